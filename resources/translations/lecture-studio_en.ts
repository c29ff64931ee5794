<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Attention</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{place} and %n more</source>
        <translation>
            <numerusform>{place} and %n more</numerusform>
            <numerusform>{place} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>%n fell to a lower level</source>
        <translation>
            <numerusform>%n fell to a lower level</numerusform>
            <numerusform>%n fell to a lower level</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not yet checked</source>
        <translation>
            <numerusform>%n not yet checked</numerusform>
            <numerusform>%n not yet checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set by you</source>
        <translation>
            <numerusform>%n set by you</numerusform>
            <numerusform>%n set by you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message numerus="yes">
        <source>%n slide(s) without notes. What shall be heard?</source>
        <translation>
            <numerusform>%n slide without notes. What shall be heard?</numerusform>
            <numerusform>%n slides without notes. What shall be heard?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message numerus="yes">
        <source>%n video(s) are still being made and will be given up.</source>
        <translation>
            <numerusform>%n video is still being made and will be given up.</numerusform>
            <numerusform>%n videos are still being made and will be given up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentsSection</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n change(s) will be simpler than asked for: {titles}.</source>
        <translation>
            <numerusform>%n change will be simpler than asked for: {titles}.</numerusform>
            <numerusform>%n changes will be simpler than asked for: {titles}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportRow</name>
    <message numerus="yes">
        <source>%n slide(s) may need attention.</source>
        <translation>
            <numerusform>%n slide may need attention.</numerusform>
            <numerusform>%n slides may need attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message numerus="yes">
        <source>%n font(s) replaced</source>
        <translation>
            <numerusform>%n font replaced</numerusform>
            <numerusform>%n fonts replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n hidden</numerusform>
            <numerusform>%n hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) taken for private</source>
        <translation>
            <numerusform>%n note taken for private</numerusform>
            <numerusform>%n notes taken for private</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) kept</source>
        <translation>
            <numerusform>%n recording kept</numerusform>
            <numerusform>%n recordings kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) with notes</source>
        <translation>
            <numerusform>%n slide with notes</numerusform>
            <numerusform>%n slides with notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left out</source>
        <translation>
            <numerusform>%n thing left out</numerusform>
            <numerusform>%n things left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n without</numerusform>
            <numerusform>%n without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n private note(s)</source>
        <translation>
            <numerusform>Review %n private note</numerusform>
            <numerusform>Review %n private notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{place} and %n more</source>
        <translation>
            <numerusform>{place} and %n more</numerusform>
            <numerusform>{place} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%n scene(s) selected</source>
        <translation>
            <numerusform>%n scene selected</numerusform>
            <numerusform>%n scenes selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsBadge</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovingForm</name>
    <message numerus="yes">
        <source>%n of them said by you</source>
        <translation>
            <numerusform>%n of them said by you</numerusform>
            <numerusform>%n of them said by you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NarrationSection</name>
    <message numerus="yes">
        <source>%n scene(s) with a recording</source>
        <translation>
            <numerusform>%n scene with a recording</numerusform>
            <numerusform>%n scenes with a recording</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more, marked in the scripts</source>
        <translation>
            <numerusform>and %n more, marked in the scripts</numerusform>
            <numerusform>and %n more, marked in the scripts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureSection</name>
    <message numerus="yes">
        <source>%n picture(s) without a description</source>
        <translation>
            <numerusform>%n picture without a description</numerusform>
            <numerusform>%n pictures without a description</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%n came simpler than asked for.</source>
        <translation>
            <numerusform>%n came simpler than asked for.</numerusform>
            <numerusform>%n came simpler than asked for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s).</source>
        <translation>
            <numerusform>%n change.</numerusform>
            <numerusform>%n changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message numerus="yes">
        <source>Selected scenes (%n)</source>
        <translation>
            <numerusform>Selected scenes (%n)</numerusform>
            <numerusform>Selected scenes (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whole lecture, %n scene(s)</source>
        <translation>
            <numerusform>Whole lecture, %n scene</numerusform>
            <numerusform>Whole lecture, %n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeamPanel</name>
    <message numerus="yes">
        <source>%n similar change(s) are like this</source>
        <translation>
            <numerusform>%n similar change is like this</numerusform>
            <numerusform>%n similar changes are like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n similar change(s)</source>
        <translation>
            <numerusform>Apply to %n similar change</numerusform>
            <numerusform>Apply to %n similar changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShowChoice</name>
    <message numerus="yes">
        <source>all slides (%n)</source>
        <translation>
            <numerusform>all slides (%n)</numerusform>
            <numerusform>all slides (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” (%n slide(s))</source>
        <translation>
            <numerusform>“{name}” (%n slide)</numerusform>
            <numerusform>“{name}” (%n slides)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message numerus="yes">
        <source>%n page(s) of it not used</source>
        <translation>
            <numerusform>%n page of it not used</numerusform>
            <numerusform>%n pages of it not used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected, to be looked at</source>
        <translation>
            <numerusform>%n selected, to be looked at</numerusform>
            <numerusform>%n selected, to be looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) shown as in “{name}”</source>
        <translation>
            <numerusform>%n slide shown as in “{name}”</numerusform>
            <numerusform>%n slides shown as in “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) without a page there</source>
        <translation>
            <numerusform>%n slide without a page there</numerusform>
            <numerusform>%n slides without a page there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Storyboard</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryboardModel</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryboardView</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message numerus="yes">
        <source>%n scene(s) changed, everything else stays as it was.</source>
        <translation>
            <numerusform>%n scene changed, everything else stays as it was.</numerusform>
            <numerusform>%n scenes changed, everything else stays as it was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n scene(s) both you and the deck changed the same words: yours are kept.</source>
        <translation>
            <numerusform>In %n scene both you and the deck changed the same words: yours are kept.</numerusform>
            <numerusform>In %n scenes both you and the deck changed the same words: yours are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n language</numerusform>
            <numerusform>%n languages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n voice</numerusform>
            <numerusform>%n voices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n similar change(s)</source>
        <translation>
            <numerusform>Apply to %n similar change</numerusform>
            <numerusform>Apply to %n similar changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n scene(s)</source>
        <translation>
            <numerusform>Delete %n scene</numerusform>
            <numerusform>Delete %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw %n slide(s) here again</source>
        <translation>
            <numerusform>Draw %n slide here again</numerusform>
            <numerusform>Draw %n slides here again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n scene(s)</source>
        <translation>
            <numerusform>Duplicate %n scene</numerusform>
            <numerusform>Duplicate %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n scene(s)</source>
        <translation>
            <numerusform>Hide %n scene</numerusform>
            <numerusform>Hide %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Insert %n scene(s)</source>
        <translation>
            <numerusform>Insert %n scene</numerusform>
            <numerusform>Insert %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave %n object(s) without a partner</source>
        <translation>
            <numerusform>Leave %n object without a partner</numerusform>
            <numerusform>Leave %n objects without a partner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n paragraph(s) private</source>
        <translation>
            <numerusform>Make %n paragraph private</numerusform>
            <numerusform>Make %n paragraphs private</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n scene(s)</source>
        <translation>
            <numerusform>Merge %n scene</numerusform>
            <numerusform>Merge %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n scene(s)</source>
        <translation>
            <numerusform>Move %n scene</numerusform>
            <numerusform>Move %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n scene(s)</source>
        <translation>
            <numerusform>Paste %n scene</numerusform>
            <numerusform>Paste %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n recording(s)</source>
        <translation>
            <numerusform>Remove %n recording</numerusform>
            <numerusform>Remove %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n picture(s)</source>
        <translation>
            <numerusform>Replace %n picture</numerusform>
            <numerusform>Replace %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set direction of %n change(s)</source>
        <translation>
            <numerusform>Set direction of %n change</numerusform>
            <numerusform>Set direction of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set how new things come in at %n change(s)</source>
        <translation>
            <numerusform>Set how new things come in at %n change</numerusform>
            <numerusform>Set how new things come in at %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set how text moves in %n change(s)</source>
        <translation>
            <numerusform>Set how text moves in %n change</numerusform>
            <numerusform>Set how text moves in %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set language of %n scene(s)</source>
        <translation>
            <numerusform>Set language of %n scene</numerusform>
            <numerusform>Set language of %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set length of %n change(s)</source>
        <translation>
            <numerusform>Set length of %n change</numerusform>
            <numerusform>Set length of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set length of %n scene(s)</source>
        <translation>
            <numerusform>Set length of %n scene</numerusform>
            <numerusform>Set length of %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set level of %n change(s)</source>
        <translation>
            <numerusform>Set level of %n change</numerusform>
            <numerusform>Set level of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set speaking during %n change(s)</source>
        <translation>
            <numerusform>Set speaking during %n change</numerusform>
            <numerusform>Set speaking during %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set style of %n change(s)</source>
        <translation>
            <numerusform>Set style of %n change</numerusform>
            <numerusform>Set style of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set the model of %n change(s)</source>
        <translation>
            <numerusform>Set the model of %n change</numerusform>
            <numerusform>Set the model of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n scene(s)</source>
        <translation>
            <numerusform>Show %n scene</numerusform>
            <numerusform>Show %n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n slide(s) as in a PDF</source>
        <translation>
            <numerusform>Show %n slide as in a PDF</numerusform>
            <numerusform>Show %n slides as in a PDF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Speak %n private paragraph(s)</source>
        <translation>
            <numerusform>Speak %n private paragraph</numerusform>
            <numerusform>Speak %n private paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back the pairing of %n object(s)</source>
        <translation>
            <numerusform>Take back the pairing of %n object</numerusform>
            <numerusform>Take back the pairing of %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use suggestion for %n change(s)</source>
        <translation>
            <numerusform>Use suggestion for %n change</numerusform>
            <numerusform>Use suggestion for %n changes</numerusform>
        </translation>
    </message>
</context>
</TS>
