<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>Actions</name>
    <message>
        <source>About Lecture Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back five seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change before this scene…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes at a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fades only in the whole lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import slides or an outline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the section before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On five seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open lecture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename scene…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename section…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split at the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a section here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Opening “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side panes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play full screen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source> (pickle files are never loaded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ({1} s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> They are close to PowerPoint&apos;s; install LibreOffice Impress for exact ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(speed: normal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {1} s trimmed off as in PowerPoint</source>
        <extracomment>{1}: float(trimmed)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 build is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change takes 0 to {1} seconds; choose such a length.</source>
        <extracomment>{1}: LONGEST</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chart of this slide is damaged or missing in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment with markup in it was taken for text put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment with the file&apos;s terms or before its text is not spoken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A diagram of this slide is damaged or missing in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file inside the lecture is named “{1}”, which is no SHA-256 digest.</source>
        <extracomment>{1}: asset.digest[:20]</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A formula is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kept result was damaged or deleted; run the export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lecture can have {1} scenes; make two lectures of this one.</source>
        <extracomment>{1}: MOST_SCENES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list has more than {1} entries</source>
        <extracomment>{1}: MOST_ITEMS</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new section begins: {1}</source>
        <extracomment>{1}: scene.section</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture is linked to a file outside the deck, which was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the slide is missing in the file; its place stays empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A point too long for a card is shown shortened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pronunciation rule needs the word as it is written and as it is spoken; fill in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording can be trimmed by six hours at most; choose less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scene can last from a fraction of a second to six hours; choose such a length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scene has no id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A script can have {1} characters; share this one among several scenes.</source>
        <extracomment>{1}: LONGEST_SCRIPT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A section needs a name; write one, or join the section to the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A silent scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A silent scene can last from a fraction of a second to six hours; choose such a length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slide is no longer in the deck; import the deck again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of {1} rows is shown as points.</source>
        <extracomment>{1}: len(filled)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text has more than {1} characters</source>
        <extracomment>{1}: LONGEST_TEXT</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text holds half a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video model makes the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AI motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animations that start when an object is clicked are left out: nobody clicks in a video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another design and other words: nothing to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another design, but the same subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished work cannot be kept in “{1}” ({2}); free some space there and try again.</source>
        <extracomment>{1}: self.folder, {2}: error.strerror or error</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H.264, AAC and captions can be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden scenes cannot be merged with shown ones; hide or show all of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreOffice cannot open this presentation; save it again in PowerPoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreOffice draws slides exactly ({1})</source>
        <extracomment>{1}: libreoffice.executable()</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreOffice is needed for this file; install LibreOffice Impress and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreOffice is not installed; slides are drawn by the built-in painter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibreOffice made {1} pages of the deck&apos;s {2} slides, so pictures and words would not match; open the deck in PowerPoint, save it again and import it anew.</source>
        <extracomment>{1}: pages, {2}: slides</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching objects glide to their new place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed voice speaks “{1}”; “{2}” reads it instead.</source>
        <extracomment>{1}: language, {2}: english.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scene is selected; select one or more first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voice is installed; install the package “espeakng-loader” and try again, or record the narration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be added to a recording by trimming; choose 0 seconds or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPML outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One object of the slide is damaged; the rest of the slide is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture turns into the next; words stay sharp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only neighbouring scenes can be merged; select two or more that stand side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerPoint presentations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene {1} (“{2}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slide {1} has no page: LibreOffice painted only {2}.</source>
        <extracomment>{1}: index + 1, {2}: len(document)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The animations of this slide are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in voice cannot be loaded; install the package “espeakng-loader” again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera picture of the recorded narration is left out; its sound is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change before {1}</source>
        <extracomment>{1}: name.lower()</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change to {1} does not travel; choose the style push, wipe or cover first.</source>
        <extracomment>{1}: told(lecture, at)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment “{1}” is too short to be words to speak.</source>
        <extracomment>{1}: text</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck asks for Morph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck asks for a plain cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck asks for {1}{2}</source>
        <extracomment>{1}: stored.kind[:1].upper(), {2}: stored.kind[1:]</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck of this lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deck&apos;s change before {1}</source>
        <extracomment>{1}: name.lower()</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: “{1}” could not be written; free some space and export again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine {1} gave {2}.</source>
        <extracomment>{1}: request[&apos;engine&apos;], {2}: reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is of another format and was converted to .pptx first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{1}” does not exist; make it or choose another.</source>
        <extracomment>{1}: out.parent</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula “{1}” is left out.</source>
        <extracomment>{1}: _start(node.content)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lecture cannot be used: {1}</source>
        <extracomment>{1}: wrong[0]</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lecture has {1} scenes; at most {2} can be used.</source>
        <extracomment>{1}: len(lecture.scenes), {2}: MOST_SCENES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lecture inside this file is damaged; open an older copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The macros of the deck are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next section is called “{1}” too; choose another name or join the two.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next slide simply appears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes are kept as the script ({1}).</source>
        <extracomment>{1}: size</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes of this slide are damaged or missing in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes of this slide are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The objects of this slide cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outline became {1} with {2}.</source>
        <extracomment>{1}: _count(len(scenes), &apos;card&apos;), {2}: _count(points, &apos;point&apos;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture “{1}” is left out</source>
        <extracomment>{1}: named</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded narration is trimmed to nothing; the whole recording is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded narration of this slide cannot be played; record it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded narration of this slide is damaged; record it again or use a voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded narration of this slide {1}; record it again or use a voice.</source>
        <extracomment>{1}: reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded narration{1} is kept as the voice of this slide{2}.</source>
        <extracomment>{1}: seconds, {2}: cut</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording “{1}” cannot be read; record it again or choose another file.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording “{1}” holds no sound; record it again or choose another file.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording “{1}” of {2} has not been listened to yet; wait until its sentences are found, then split it.</source>
        <extracomment>{1}: recording.audio.name, {2}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review comments of this slide are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same design, but the pictures share little: the whole picture fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same design: what both slides share stays, the rest fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of {1} asks for its change with “(transition: …)”; take that out of the script to use the suggestion.</source>
        <extracomment>{1}: told(lecture, at)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script of {1} has no paragraph {2}; choose another.</source>
        <extracomment>{1}: told(lecture, at), {2}: paragraph + 1</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section before is called “{1}” too; choose another name or join the two.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section “{1}” already begins at {2}; rename it.</source>
        <extracomment>{1}: lecture.scenes[at].section, {2}: told(lecture, at)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slide has {1} recorded narrations; the first is used.</source>
        <extracomment>{1}: len(recordings)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slide is damaged in the file and comes as an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slide is damaged; only its picture is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slide is hidden; it is kept in the lecture and left out of the video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slides are {1} by {2} points; each side must have 1 to {3} points, and none more than {4} times the other.</source>
        <extracomment>{1}: lecture.width, {2}: lecture.height, {3}: LARGEST_SIDE, {4}: STEEPEST</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound effects of the animations are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of the transition is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sounds and videos of this slide are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step “{1}” failed ({2}); see the details.</source>
        <extracomment>{1}: what, {2}: type(error).__name__</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored advance time ({1} s) is kept as the shortest length.</source>
        <extracomment>{1}: float(least)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored advance time is left out because the deck says not to use its timings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s own voices cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of contents is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text of a text box is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved changes of “{1}” are damaged; open the saved file.</source>
        <extracomment>{1}: journal.title</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved changes of “{1}” are from a newer Lecture Studio; update the program.</source>
        <extracomment>{1}: journal.title</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved changes of “{1}” cannot be read; open the saved file.</source>
        <extracomment>{1}: journal.title</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video will be an MP4 file; give it a name that ends in .mp4, not “{1}”.</source>
        <extracomment>{1}: out.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video would last {1} hours; split the lecture into parts of a day at most.</source>
        <extracomment>{1}: hours</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice “{1}” cannot read “{2}”; “{3}” reads it instead.</source>
        <extracomment>{1}: voice.name, {2}: language, {3}: by_language.voice.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice “{1}” could not speak “{2}”; choose another voice or change the sentence.</source>
        <extracomment>{1}: request[&apos;voice&apos;], {2}: shown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture changes smoothly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of {1} and {2} are set to different languages; give the scenes one language first.</source>
        <extracomment>{1}: told(lecture, chosen[0]), {2}: told(lecture, chosen[-1])</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {1} worker stopped unexpectedly; try again.</source>
        <extracomment>{1}: self.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {1} worker took longer than {2} seconds and was stopped; try again.</source>
        <extracomment>{1}: self.name, {2}: limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {1} “{2}” is kept in the lecture; the finished video {3}.</source>
        <extracomment>{1}: kind, {2}: name, {3}: instead</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {1} “{2}” is linked to a file outside the deck, which was not opened.</source>
        <extracomment>{1}: kind, {2}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {1} “{2}” is missing in the file.</source>
        <extracomment>{1}: kind, {2}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The “{1}” transition becomes {2}.</source>
        <extracomment>{1}: stored.kind, {2}: becomes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The “{1}” transition is kept.</source>
        <extracomment>{1}: stored.kind</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a pronunciation rule for “{1}”; change that one.</source>
        <extracomment>{1}: new.written</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no change in front of the first scene; choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no place {1} in a lecture of {2} scenes; choose another.</source>
        <extracomment>{1}: at + 1, {2}: len(lecture.scenes)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “{1}”; choose one of: {2}.</source>
        <extracomment>{1}: name, {2}: &apos;, &apos;.join(names())</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no section before the first one; choose a later section to join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voice called “{1}”; “{2}” speaks instead.</source>
        <extracomment>{1}: wanted, {2}: by_language.voice.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no voice engine called “{1}”; choose another voice.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to show: every slide is hidden or left out; show at least one slide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This presentation is damaged or has a password; open it in LibreOffice and save it again without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pronunciation rule is no longer there; choose one of those that are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scene is no longer in the lecture; choose one of those that are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system brings no voices of its own; the built-in voice speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two recordings cannot become one: {1}; remove one of them first.</source>
        <extracomment>{1}: told_all</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two scenes have the same id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is cut off the end of {1}</source>
        <extracomment>{1}: name.lower()</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is cut off the start of {1}</source>
        <extracomment>{1}: name.lower()</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the same stays; the rest fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose it for every cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose it for this cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes cannot be kept safe in “{1}” ({2}); save the lecture now and make room there.</source>
        <extracomment>{1}: self.path.parent, {2}: error.strerror</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dip through black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty or silent sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another process has its lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>composes the changes of slides: most frames repeat the one before, so a GPU would mostly wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document types are not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not play it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedded object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files without an ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found; this version draws levels 0 to 2 and needs no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame {1} is outside 0..{2}</source>
        <extracomment>{1}: frame, {2}: self.length</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free for models; the changes of slides are composed beside the encoder, on the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in AsciiDoc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ink drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is linked to a file outside the deck, which was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is shorter than two frames, so the slide simply appears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its words and slides are more than one file can hold; divide the lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of that kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the web (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older PowerPoint and OpenDocument presentations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open it in its program and save it as .docx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other text files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain text outlines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>private notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pyttsx3 {1}, espeakng-loader {2}, steady</source>
        <extracomment>{1}: version(&apos;pyttsx3&apos;), {2}: version(&apos;espeakng-loader&apos;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: it holds no safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it as Markdown (.md), for instance with Pandoc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save its text as Markdown (.md) or as .docx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scene {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scene {1} (“{2}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows its still picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound with {1} samples a second and {2} bytes</source>
        <extracomment>{1}: rate, {2}: len(samples)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started with pipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the characters “{1}”, which no installed font has</source>
        <extracomment>{1}: trace.missing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drawing of {1} (its words are shown as a list)</source>
        <extracomment>{1}: what</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last frame is not the slide itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture jumps: one step makes {1} of the change</source>
        <extracomment>{1}: scores.step_share</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the slides share only {1} of the picture, too little to hold</source>
        <extracomment>{1}: scores.shared</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stand-ins for PowerPoint&apos;s common fonts are installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole slide, which is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this PyAV has no x264; reinstall the package “av”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what both slides share moved by {1} of 255</source>
        <extracomment>{1}: scores.static_error</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} (choices of the lecture).</source>
        <extracomment>{1}: problem</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} (the lecture itself).</source>
        <extracomment>{1}: problem</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} GiB free for {2} GiB of kept results</source>
        <extracomment>{1}: free / 2 ** 30, {2}: workshop.cache.size() / 2 ** 30</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} already has the recording “{2}”; say that it shall be replaced, or keep it.</source>
        <extracomment>{1}: opening(told(lecture, at)), {2}: scene.recording.audio.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} and {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} become chapters.</source>
        <extracomment>{1}: _count(len(sections), &apos;section&apos;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} builds are</source>
        <extracomment>{1}: len(builds)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cannot be drawn by this version</source>
        <extracomment>{1}: NAMES[level][0]</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cannot be opened as a PowerPoint file; save it again from PowerPoint.</source>
        <extracomment>{1}: deck.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cannot be split inside this paragraph; begin a new paragraph where the second scene shall begin.</source>
        <extracomment>{1}: opening(told(lecture, at))</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cannot be split there; choose a sentence that has another one before it.</source>
        <extracomment>{1}: opening(told(lecture, at))</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} footnote(s) are left out.</source>
        <extracomment>{1}: count</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} further rows of a table are left out.</source>
        <extracomment>{1}: more</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has a point at an impossible level.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has no recording; record or choose one first.</source>
        <extracomment>{1}: opening(told(lecture, at))</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} holds no readable presentation; save it again from PowerPoint.</source>
        <extracomment>{1}: deck.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is larger than {2} GB; make its media smaller.</source>
        <extracomment>{1}: _NAME, {2}: MAX_UNPACKED &gt;&gt; 30</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} kept in the lecture; the video shows the finished slide.</source>
        <extracomment>{1}: what</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} lasts {2} seconds; it must be 0 to {3} hours.</source>
        <extracomment>{1}: what, {2}: float(seconds), {3}: LONGEST / 3600</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} lines of code from “{2}” are left out; cards show text only.</source>
        <extracomment>{1}: len(lines), {2}: _start(lines[0])</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} names a picture by what is no SHA-256 digest.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} not found: lines may wrap elsewhere than in PowerPoint; install them</source>
        <extracomment>{1}: &apos;, &apos;.join(lacking)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} of the deck become chapters.</source>
        <extracomment>{1}: _count(len(names), &apos;section&apos;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} of the deck&apos;s list cannot be found in the file.</source>
        <extracomment>{1}: _count(repairs.lost, &apos;slide&apos;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} of the file cannot be read.</source>
        <extracomment>{1}: _count(len(repairs.parts), &apos;part&apos;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} seconds of sound for {2} characters</source>
        <extracomment>{1}: seconds, {2}: len(text)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} sentence, {2} characters</source>
        <extracomment>{1}: count, {2}: len(words)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} sentences, {2} characters</source>
        <extracomment>{1}: count, {2}: len(words)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} shows slide {2} (id {3}), which cannot be.</source>
        <extracomment>{1}: name, {2}: visual.number, {3}: visual.slide_id</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} voices in {2} languages</source>
        <extracomment>{1}: len(found), {2}: len(languages)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} {2} no longer on this machine; import the same file again to bring it back.</source>
        <extracomment>{1}: names, {2}: verb</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} {2} no words to speak; heading and points are read out.</source>
        <extracomment>{1}: _count(silent, &apos;card&apos;), {2}: _verb(silent)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} {2} words to speak.</source>
        <extracomment>{1}: _count(spoken, &apos;card&apos;), {2}: _verb(spoken)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}; cards show text only.</source>
        <extracomment>{1}: what</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}; fades only</source>
        <extracomment>{1}: choice.reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}; {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” cannot be opened ({2}); check that you may read it.</source>
        <extracomment>{1}: path.name, {2}: reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” cannot be read: {2} are not known here; choose one of {3}.</source>
        <extracomment>{1}: path.name, {2}: kind, {3}: known</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” cannot be used: {2}</source>
        <extracomment>{1}: path.name, {2}: wrong[0]</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” cannot be written to; choose another folder.</source>
        <extracomment>{1}: path.parent</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” could not be drawn wholly: {2}.</source>
        <extracomment>{1}: lecture.scene(part.clip.scene).title, {2}: &apos;, &apos;.join(missing)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” could not be kept in “{2}” ({3}); free some space.</source>
        <extracomment>{1}: name, {2}: self.folder, {3}: error.strerror</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” could not be saved ({2}); your last saved file is untouched.</source>
        <extracomment>{1}: path.name, {2}: error</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” could not be written ({2}); choose another place.</source>
        <extracomment>{1}: path.name, {2}: error.strerror or error</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” declares XML entities, which no PowerPoint file needs, and was not opened; save it again in PowerPoint if you trust where it comes from.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” declares a document type, which no outline needs, and was not opened; save it again as OPML.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” exists and was not made by Lecture Studio; choose another name or use --force.</source>
        <extracomment>{1}: out.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” has a line of more than {2} characters; part it into paragraphs and try again.</source>
        <extracomment>{1}: path.name, {2}: MAX_LINE</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” has no slides; add at least one in PowerPoint and try again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” holds a part with an unsafe name and was not opened; save it again in PowerPoint if you trust where it comes from.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” holds more in one piece than any lecture does and was not opened.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” holds no presentation but another kind of document; choose a PowerPoint file.</source>
        <extracomment>{1}: package.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” holds no presentation; perhaps the copy or download was not finished.</source>
        <extracomment>{1}: package.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” holds no text to show; write a heading and some points.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” holds other things than a lecture and was not opened.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” inside the lecture is damaged; open an older copy.</source>
        <extracomment>{1}: asset.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” inside the lecture is too large to be read ({2} GiB).</source>
        <extracomment>{1}: asset.name, {2}: size &gt;&gt; 30</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is a file {2}, which cannot be read here; {3}.</source>
        <extracomment>{1}: path.name, {2}: kind, {3}: advice</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is a folder; choose a file in it.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is a folder; name a file that ends in .mp4.</source>
        <extracomment>{1}: out</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is damaged and cannot be read; open it in PowerPoint and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is damaged and cannot be read; open it in Word and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is damaged or no OPML file; save the outline again as OPML.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is damaged or not a lecture; open an older copy.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is damaged: its table of contents cannot be read; save it again.</source>
        <extracomment>{1}: package.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is empty; perhaps the copy or download was not finished.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is in an encoding that is not known here; save it as UTF-8.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is larger than 1 GB; split the deck or make its media smaller.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is larger than {2} MB, too large for an outline; split it into parts.</source>
        <extracomment>{1}: path.name, {2}: limit &gt;&gt; 20</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is no .pptx file; open it in PowerPoint and save it as .pptx.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is no complete PowerPoint file; perhaps the copy or download was not finished.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is no direction known here and is left out.</source>
        <extracomment>{1}: text</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is no language tag; write one like “en-GB” or “zh-TW”.</source>
        <extracomment>{1}: tag</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is no text file; save the outline as plain text or Markdown.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is no whole Word document or has a password; open it in Word and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is not a Lecture Studio file.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is not there; check where the file is and choose it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is not understood as a direction and is spoken as it stands.</source>
        <extracomment>{1}: text</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is open in another window{2}; close it there to change it here.</source>
        <extracomment>{1}: path.name, {2}: who</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” is protected by a password; open it in PowerPoint, remove the password and save it again.</source>
        <extracomment>{1}: name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” looks private and is not spoken.</source>
        <extracomment>{1}: _first_words(paragraph)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” makes more than {2} slides; split it into several lectures.</source>
        <extracomment>{1}: path.name, {2}: MAX_SCENES</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” needs LibreOffice to be read; install it, or save the file as .pptx first.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” unpacks to more than {2} GB or to too many parts and was not opened; split the deck or make its media smaller.</source>
        <extracomment>{1}: name, {2}: MAX_UNPACKED &gt;&gt; 30</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” was changed by hand or not made here; it is kept as “{2}”.</source>
        <extracomment>{1}: path.name, {2}: aside.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” was not saved: {2}</source>
        <extracomment>{1}: path.name, {2}: wrong[0]</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” was saved by a newer Lecture Studio; update the program to open it.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet; kept safe meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes; kept safe meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add pronunciation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pronunciation of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n similar change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Change pronunciation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change pronunciation of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose for scenes without notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose voice “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dip through black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fades only</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Hide %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hide “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Insert %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Insert “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join section with the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Make %n paragraph(s) private</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paste %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read title and points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n recording(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove pronunciation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove pronunciation of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename lecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename section “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Set direction of %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set language of %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set length of %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set length of %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Set length of silent scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set length of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Set level of %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Set level of all changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set level of the change to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Set speaking during %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set style of %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Set style of the change to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %n scene(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show in silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Speak %n private paragraph(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Split scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start section “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type in “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use recording “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Use suggestion for %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Reading the slides</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
