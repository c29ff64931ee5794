<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Lecture Studio</source>
        <translation>關於 Lecture Studio</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>複製版本資訊</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>The file NOTICE was not found beside the program.</source>
        <translation>在程式旁找不到 NOTICE 檔案。</translation>
    </message>
    <message>
        <source>Turns slides into a narrated, captioned lecture video, on this machine alone.</source>
        <translation>將投影片製作成有旁白與字幕的課程影片，全程只在這部電腦上進行。</translation>
    </message>
    <message>
        <source>Version {own} · Qt {qt} · Python {python} · {system}</source>
        <translation>版本 {own} · Qt {qt} · Python {python} · {system}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>About Lecture Studio</source>
        <translation>關於 Lecture Studio</translation>
    </message>
    <message>
        <source>Back five seconds</source>
        <translation>倒退五秒</translation>
    </message>
    <message>
        <source>Back to the slide as drawn here</source>
        <translation>改回由本程式繪製的投影片</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Change before this scene…</source>
        <translation>此場景之前的轉場…</translation>
    </message>
    <message>
        <source>Changes at a glance</source>
        <translation>轉場總覽</translation>
    </message>
    <message>
        <source>Close lecture</source>
        <translation>關閉課程</translation>
    </message>
    <message>
        <source>Copy scenes</source>
        <translation>複製場景</translation>
    </message>
    <message>
        <source>Cut scenes</source>
        <translation>剪下場景</translation>
    </message>
    <message>
        <source>Delete scene</source>
        <translation>刪除場景</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>製作複本</translation>
    </message>
    <message>
        <source>Export video…</source>
        <translation>匯出影片…</translation>
    </message>
    <message>
        <source>Fades only in the whole lecture</source>
        <translation>整門課程僅用淡化</translation>
    </message>
    <message>
        <source>Hide scene</source>
        <translation>隱藏場景</translation>
    </message>
    <message>
        <source>Import a folder of pictures…</source>
        <translation>匯入圖片資料夾…</translation>
    </message>
    <message>
        <source>Import pictures…</source>
        <translation>匯入圖片…</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>匯入報告</translation>
    </message>
    <message>
        <source>Import slides or an outline…</source>
        <translation>匯入簡報或大綱…</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Join the section before</source>
        <translation>併入前一個章節</translation>
    </message>
    <message>
        <source>Keep the paragraph private</source>
        <translation>將段落設為私人</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Merge scenes</source>
        <translation>合併場景</translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation>往前移</translation>
    </message>
    <message>
        <source>Move later</source>
        <translation>往後移</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要注意</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>下一個場景</translation>
    </message>
    <message>
        <source>On five seconds</source>
        <translation>前進五秒</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>後退一個影格</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>前進一個影格</translation>
    </message>
    <message>
        <source>Open lecture…</source>
        <translation>開啟課程…</translation>
    </message>
    <message>
        <source>Open the sample lesson</source>
        <translation>開啟範例課程</translation>
    </message>
    <message>
        <source>Paste scenes</source>
        <translation>貼上場景</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play full screen</source>
        <translation>全螢幕播放</translation>
    </message>
    <message>
        <source>Play the sentence at the cursor</source>
        <translation>播放游標所在的句子</translation>
    </message>
    <message>
        <source>Play this change</source>
        <translation>播放這個轉場</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>偏好設定…</translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation>上一個場景</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>重做：{step}</translation>
    </message>
    <message>
        <source>Rename scene…</source>
        <translation>重新命名場景…</translation>
    </message>
    <message>
        <source>Rename section…</source>
        <translation>重新命名章節…</translation>
    </message>
    <message>
        <source>Replace this slide&apos;s picture…</source>
        <translation>更換這張投影片的畫面…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Select all scenes</source>
        <translation>選取所有場景</translation>
    </message>
    <message>
        <source>Show scene</source>
        <translation>顯示場景</translation>
    </message>
    <message>
        <source>Split at the sentence</source>
        <translation>從這一句分割</translation>
    </message>
    <message>
        <source>Start a section here…</source>
        <translation>從這裡開始新章節…</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>移至結尾</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>移至開頭</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>復原：{step}</translation>
    </message>
    <message>
        <source>Update from a changed deck…</source>
        <translation>以修改過的簡報更新…</translation>
    </message>
    <message>
        <source>Use pages from a PDF…</source>
        <translation>使用 PDF 的頁面…</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>依照系統</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>動態效果</translation>
    </message>
    <message>
        <source>Nothing in the window moves by itself, and new lectures use fades only: nothing in their videos slides, zooms or travels.</source>
        <translation>視窗中沒有自行移動的內容，新課程僅用淡化：影片中沒有滑動、縮放或移動。</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>減少動態效果</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Changes that became simpler</source>
        <translation>降級的轉場</translation>
    </message>
    <message>
        <source>Directions not understood</source>
        <translation>無法理解的指示</translation>
    </message>
    <message>
        <source>Left out by the import</source>
        <translation>匯入時略過</translation>
    </message>
    <message>
        <source>Long silences</source>
        <translation>長時間靜默</translation>
    </message>
    <message>
        <source>Missing in the picture: {things}.</source>
        <translation>畫面中缺少：{things}。</translation>
    </message>
    <message>
        <source>Not drawn as in the deck</source>
        <translation>與簡報畫面不同</translation>
    </message>
    <message>
        <source>Notes that look private</source>
        <translation>看來是私人的備註</translation>
    </message>
    <message>
        <source>Nothing is heard for {length}.</source>
        <translation>有 {length} 沒有聲音。</translation>
    </message>
    <message>
        <source>Nothing to say: left out of the video.</source>
        <translation>沒有要說的內容：不在影片中。</translation>
    </message>
    <message>
        <source>Nothing to say: shown in silence for {length}.</source>
        <translation>沒有要說的內容：無聲顯示 {length}。</translation>
    </message>
    <message>
        <source>Nothing to say: shown in silence.</source>
        <translation>沒有要說的內容：無聲顯示。</translation>
    </message>
    <message>
        <source>Recording and words differ</source>
        <translation>錄音與文字不符</translation>
    </message>
    <message>
        <source>Recordings older than their slides</source>
        <translation>比投影片舊的錄音</translation>
    </message>
    <message>
        <source>Recordings without captions</source>
        <translation>沒有字幕的錄音</translation>
    </message>
    <message>
        <source>Replaced fonts</source>
        <translation>替代的字型</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>顯示另外 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Slide or words changed in the deck after this recording; check that it fits.</source>
        <translation>錄音之後，簡報中的投影片或文字已修改；請確認錄音是否仍適用。</translation>
    </message>
    <message>
        <source>Slides without words</source>
        <translation>沒有文字的投影片</translation>
    </message>
    <message>
        <source>So much text fits its place only at {points} points or less.</source>
        <translation>文字太多，要 {points} 點以下才放得下。</translation>
    </message>
    <message>
        <source>Text that may be too small</source>
        <translation>可能太小的文字</translation>
    </message>
    <message>
        <source>The recording lasts {recording}, its words would take about {words}.</source>
        <translation>錄音長 {recording}，其文字約需 {words}。</translation>
    </message>
    <message>
        <source>The words were changed; the recording still says the old ones.</source>
        <translation>文字已修改，錄音仍是舊的內容。</translation>
    </message>
    <message>
        <source>There are no words for captions; type what is said.</source>
        <translation>沒有可作為字幕的文字，請輸入所說的內容。</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>語音</translation>
    </message>
    <message>
        <source>Whole lecture</source>
        <translation>整門課程</translation>
    </message>
    <message>
        <source>Words changed after recording</source>
        <translation>錄音後修改的文字</translation>
    </message>
    <message>
        <source>{asked} was asked for, {shown} is shown: {reasons}.</source>
        <translation>指定「{asked}」，顯示「{shown}」：{reasons}。</translation>
    </message>
    <message numerus="yes">
        <source>{place} and %n more</source>
        <translation>
            <numerusform>{place}與另外 %n 處</numerusform>
        </translation>
    </message>
    <message>
        <source>“{font}” is not installed; {used} stands in.</source>
        <translation>未安裝「{font}」，以 {used} 代替。</translation>
    </message>
    <message>
        <source>“{words}” is no direction and is left out.</source>
        <translation>「{words}」不是指示，已略過。</translation>
    </message>
    <message>
        <source>“{words}” is no direction and is read out.</source>
        <translation>「{words}」不是指示，會照原文朗讀。</translation>
    </message>
    <message>
        <source>“{words}” is not spoken.</source>
        <translation>「{words}」不會朗讀。</translation>
    </message>
</context>
<context>
    <name>AttentionPane</name>
    <message>
        <source>Choose a line to go to its place.</source>
        <translation>選擇一行即可前往該處。</translation>
    </message>
    <message>
        <source>Long silences, replaced fonts, notes that look private and the like are listed here.</source>
        <translation>長時間靜默、替代的字型、看來是私人的備註等會列在這裡。</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要注意</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>沒有需要注意的事項</translation>
    </message>
</context>
<context>
    <name>CachePage</name>
    <message>
        <source>A video is being made from it; clear it afterwards.</source>
        <translation>正在用它製作影片，請稍後再清除。</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>暫存</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear now…</source>
        <translation>立即清除…</translation>
    </message>
    <message>
        <source>Cleared.</source>
        <translation>已清除。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在計算…</translation>
    </message>
    <message>
        <source>Drawn slides, spoken sentences and finished changes are kept, so that nothing is made twice. All of it can be made again.</source>
        <translation>已繪製的投影片、朗讀過的句子與完成的轉場會保留下來，不必重做。這些都可以重新產生。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>大小上限</translation>
    </message>
    <message>
        <source>Largest size of the cache</source>
        <translation>暫存的大小上限</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Size of the cache</source>
        <translation>暫存的大小</translation>
    </message>
    <message>
        <source>Slides of the open lecture are drawn and spoken again at once, and the next export takes as long as the first. Lectures and videos are not touched.</source>
        <translation>已開啟課程的投影片會立即重新繪製與朗讀，下次匯出也會像第一次一樣久。課程與影片不受影響。</translation>
    </message>
    <message>
        <source>What was not used for the longest time goes first.</source>
        <translation>最久未使用的先移除。</translation>
    </message>
    <message>
        <source>{size} (usual)</source>
        <translation>{size}（一般）</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message numerus="yes">
        <source>%n fell to a lower level</source>
        <translation>
            <numerusform>%n 個降級</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not yet checked</source>
        <translation>
            <numerusform>%n 個尚未檢查</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set by you</source>
        <translation>
            <numerusform>%n 個由您設定</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Asked {asked}, the video shows {given}</source>
        <translation>指定 {asked}，影片顯示 {given}</translation>
    </message>
    <message>
        <source>Change to scene {scene} at {time}. {state}. {reasons}</source>
        <translation>{time} 切換到場景 {scene}。{state}。{reasons}</translation>
    </message>
    <message>
        <source>not yet checked</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>{asked}, set by you</source>
        <translation>{asked}，由您設定</translation>
    </message>
    <message>
        <source>{state}. {reasons}</source>
        <translation>{state}。{reasons}</translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <source>A lecture of one scene has no changes.</source>
        <translation>只有一個場景的課程沒有轉場。</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>所有轉場</translation>
    </message>
    <message>
        <source>All: {level}</source>
        <translation>全部：{level}</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Changes at a glance</source>
        <translation>轉場總覽</translation>
    </message>
    <message>
        <source>Changes worth a look</source>
        <translation>值得一看的轉場</translation>
    </message>
    <message>
        <source>Every change is as suggested, and shows what was asked for.</source>
        <translation>所有轉場都與建議相符，也都呈現指定的效果。</translation>
    </message>
    <message>
        <source>Fades only</source>
        <translation>僅用淡化</translation>
    </message>
    <message>
        <source>For every change that you did not set yourself</source>
        <translation>適用於您未自行設定的所有轉場</translation>
    </message>
    <message>
        <source>Import slides to see how they change.</source>
        <translation>匯入投影片即可查看它們如何轉場。</translation>
    </message>
    <message>
        <source>Nothing slides, zooms or travels in any change</source>
        <translation>所有轉場都沒有滑動、縮放或移動</translation>
    </message>
    <message>
        <source>The slides are still being compared.</source>
        <translation>仍在比對投影片。</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>值得一看</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Changes over time</source>
        <translation>轉場與時間</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message numerus="yes">
        <source>%n slide(s) without notes. What shall be heard?</source>
        <translation>
            <numerusform>有 %n 張投影片沒有備忘稿。要如何處理？</numerusform>
        </translation>
    </message>
    <message>
        <source>A voice reads the title and the points of the slide.</source>
        <translation>由語音朗讀投影片的標題與要點。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原先</translation>
    </message>
    <message>
        <source>Go to this scene</source>
        <translation>前往這個場景</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>這裡</translation>
    </message>
    <message>
        <source>I will record them later</source>
        <translation>我稍後自行錄音</translation>
    </message>
    <message>
        <source>In the deck</source>
        <translation>簡報中</translation>
    </message>
    <message>
        <source>Keep my words</source>
        <translation>保留我的文字</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>略過它們</translation>
    </message>
    <message>
        <source>Length of a silent slide</source>
        <translation>無聲投影片的長度</translation>
    </message>
    <message>
        <source>Read title and points</source>
        <translation>朗讀標題與要點</translation>
    </message>
    <message>
        <source>Stay silent for</source>
        <translation>無聲顯示</translation>
    </message>
    <message>
        <source>They are shown in silence until there is a recording.</source>
        <translation>有錄音之前以無聲顯示。</translation>
    </message>
    <message>
        <source>They stay in the lecture but not in the video.</source>
        <translation>保留在課程中，但不放進影片。</translation>
    </message>
    <message>
        <source>Use the deck&apos;s words</source>
        <translation>採用簡報的文字</translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message numerus="yes">
        <source>%n video(s) are still being made and will be given up.</source>
        <translation>
            <numerusform>還有 %n 部影片正在製作，將會放棄。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Don&apos;t save</source>
        <translation>不儲存</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>繼續製作</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Quit and stop making the video?</source>
        <translation>要結束並停止製作影片嗎？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>要儲存對「{name}」的變更嗎？</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>What you do not save is lost.</source>
        <translation>未儲存的內容將會遺失。</translation>
    </message>
    <message>
        <source>“{name}” is still being made and will be given up.</source>
        <translation>「{name}」仍在製作中，將會放棄。</translation>
    </message>
</context>
<context>
    <name>CommentsSection</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n 則註解</numerusform>
        </translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>註解</translation>
    </message>
    <message>
        <source>Only you see them: they are in no video, caption or transcript.</source>
        <translation>只有您看得到：影片、字幕與逐字稿中都不會出現。</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>已解決</translation>
    </message>
</context>
<context>
    <name>CutPlayer</name>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Play again and again until paused</source>
        <translation>反覆播放直到暫停</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>循環播放</translation>
    </message>
    <message>
        <source>Play this change</source>
        <translation>播放這個轉場</translation>
    </message>
</context>
<context>
    <name>CutSection</name>
    <message>
        <source>Asked for</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>Choose how the picture changes to this scene</source>
        <translation>選擇畫面如何切換到這個場景</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>轉場</translation>
    </message>
    <message>
        <source>In the video</source>
        <translation>影片中</translation>
    </message>
    <message>
        <source>Not known yet: the pictures are still being drawn.</source>
        <translation>尚不清楚：仍在繪製畫面。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The first scene has no change in front of it.</source>
        <translation>第一個場景之前沒有轉場。</translation>
    </message>
    <message>
        <source>This scene is not in the video.</source>
        <translation>這個場景不在影片中。</translation>
    </message>
    <message>
        <source>{name}, not yet checked</source>
        <translation>{name}，尚未檢查</translation>
    </message>
</context>
<context>
    <name>DeckOffer</name>
    <message>
        <source>It was made from a deck of this name. Your words, recordings and choices stay; you can undo this.</source>
        <translation>課程是由同名的簡報製作的。您的文字、錄音與選擇都會保留；這個動作可以復原。</translation>
    </message>
    <message>
        <source>Open as a new lecture</source>
        <translation>開啟為新課程</translation>
    </message>
    <message>
        <source>Update or open</source>
        <translation>更新或開啟</translation>
    </message>
    <message>
        <source>Update this lecture</source>
        <translation>更新這門課程</translation>
    </message>
    <message>
        <source>Update this lecture from “{name}”?</source>
        <translation>要以「{name}」更新這門課程嗎？</translation>
    </message>
</context>
<context>
    <name>DevicePage</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Cannot be used here</source>
        <translation>此處無法使用</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>In use: {encoder}</source>
        <translation>使用中：{encoder}</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>Processor, {threads}</source>
        <translation>處理器，{threads}</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>投影片</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>語音</translation>
    </message>
    <message>
        <source>What codes the video</source>
        <translation>影片編碼器</translation>
    </message>
    <message>
        <source>What else is here</source>
        <translation>其他項目</translation>
    </message>
    <message>
        <source>Works, but no profile prefers it; the command line can ask for it.</source>
        <translation>可以使用，但沒有設定檔優先採用；可在命令列指定。</translation>
    </message>
    <message>
        <source>{encoder}: {why}</source>
        <translation>{encoder}：{why}</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Lecture</source>
        <translation>課程</translation>
    </message>
    <message>
        <source>Opening “{name}”</source>
        <translation>正在開啟「{name}」</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大綱</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Sample lesson</source>
        <translation>範例課程</translation>
    </message>
    <message>
        <source>“{name}” is open here already.</source>
        <translation>「{name}」已在這裡開啟。</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Let go to open</source>
        <translation>放開即可開啟</translation>
    </message>
    <message>
        <source>Let go to show the slides as in this PDF</source>
        <translation>放開後，投影片會照這份 PDF 顯示</translation>
    </message>
    <message>
        <source>Let go to show this picture instead of “{title}”</source>
        <translation>放開後，以這張圖片取代「{title}」的畫面</translation>
    </message>
    <message>
        <source>This kind of file cannot be opened here</source>
        <translation>無法在這裡開啟這種檔案</translation>
    </message>
    <message>
        <source>this slide</source>
        <translation>這張投影片</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>One lecture is open at a time: “{name}” is opened, the other files are not.</source>
        <translation>一次只能開啟一門課程：已開啟「{name}」，其他檔案未開啟。</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Attention</source>
        <translation>注意事項</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>轉場</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Side panes</source>
        <translation>側邊面板</translation>
    </message>
</context>
<context>
    <name>EmptyStrip</name>
    <message>
        <source>How long this silent scene lasts</source>
        <translation>這個無聲場景的長度</translation>
    </message>
    <message>
        <source>This scene has no script.</source>
        <translation>這個場景沒有講稿。</translation>
    </message>
    <message>
        <source>What happens to this scene without words</source>
        <translation>這個沒有文字的場景如何處理</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n change(s) will be simpler than asked for: {titles}.</source>
        <translation>
            <numerusform>有 %n 個轉場會比指定的簡單：{titles}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Another video is being made; this one waits for it.</source>
        <translation>正在製作另一部影片；這一部會排隊等候。</translation>
    </message>
    <message>
        <source>Captions beside it that somebody corrected are kept under another name.</source>
        <translation>旁邊若有人工修改過的字幕，會以其他名稱保留。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Export video</source>
        <translation>匯出影片</translation>
    </message>
    <message>
        <source>Give the video a name that ends in .mp4.</source>
        <translation>請為影片取一個以 .mp4 結尾的名稱。</translation>
    </message>
    <message>
        <source>Only {free} are free in “{folder}”, and the video needs about {size}; free some space or choose another folder.</source>
        <translation>「{folder}」只剩 {free}，而影片約需 {size}；請騰出空間或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>The folder “{folder}” does not exist; make it or choose another.</source>
        <translation>資料夾「{folder}」不存在；請建立它或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>There is nothing to export: every scene is hidden or left out.</source>
        <translation>沒有可匯出的內容：所有場景都已隱藏或略過。</translation>
    </message>
    <message>
        <source>They are inside the video, and beside it: {names}.</source>
        <translation>影片內含字幕與章節，並另存為：{names}。</translation>
    </message>
    <message>
        <source>Video (*.mp4)</source>
        <translation>影片 (*.mp4)</translation>
    </message>
    <message>
        <source>about {length}</source>
        <translation>約 {length}</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>約 {size}</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>課程</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, {rate} pictures a second, H.264 and AAC in an MP4 file.</source>
        <translation>{width} × {height} 像素、每秒 {rate} 格，MP4 檔（H.264 與 AAC）。</translation>
    </message>
    <message>
        <source>“{folder}” cannot be written to; choose another folder.</source>
        <translation>無法寫入「{folder}」，請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>“{name}” is a folder; give the video another name.</source>
        <translation>「{name}」是資料夾，請為影片取其他名稱。</translation>
    </message>
    <message>
        <source>“{name}” is being made just now; give this video another name.</source>
        <translation>正在製作「{name}」，請為這部影片取其他名稱。</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>「{name}」已經存在。</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>「{title}」</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>ExportRow</name>
    <message numerus="yes">
        <source>%n slide(s) may need attention.</source>
        <translation>
            <numerusform>有 %n 張投影片可能需要注意。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; nothing was left behind.</source>
        <translation>已取消，沒有留下任何檔案。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>報告…</translation>
    </message>
    <message>
        <source>Saved {name} ({length}), {size}, {speed}.</source>
        <translation>已儲存 {name}（{length}），{size}，{speed}。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在資料夾中顯示</translation>
    </message>
    <message>
        <source>Slide at work</source>
        <translation>處理中的投影片</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Waiting for the video before it</source>
        <translation>等候前一部影片完成</translation>
    </message>
    <message>
        <source>{name} ({length}) is up to date; nothing had to be made.</source>
        <translation>{name}（{length}）已是最新，無需重新製作。</translation>
    </message>
    <message>
        <source>{speed} × real time</source>
        <translation>{speed} 倍實際時間</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩餘 {time}</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export “{name}”</source>
        <translation>匯出「{name}」</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>An object is seen at once: {value} times at most</source>
        <translation>同一物件同時出現：最多 {value} 次</translation>
    </message>
    <message>
        <source>Ends on the slide itself, bit for bit: {value}</source>
        <translation>結尾與投影片逐位元一致：{value}</translation>
    </message>
    <message>
        <source>Error of the flow: {value}</source>
        <translation>光流誤差：{value}</translation>
    </message>
    <message>
        <source>Explained by the flow: {value} of the picture</source>
        <translation>光流可解釋：畫面的 {value}</translation>
    </message>
    <message>
        <source>Frames: {value}</source>
        <translation>影格數：{value}</translation>
    </message>
    <message>
        <source>Largest step: {value} of the change</source>
        <translation>最大的單格變化：整體的 {value}</translation>
    </message>
    <message>
        <source>Objects that vanish on the way: {value}</source>
        <translation>途中消失的物件：{value}</translation>
    </message>
    <message>
        <source>Seen of each object on its way: at least {value}</source>
        <translation>每個物件途中可見：至少 {value}</translation>
    </message>
    <message>
        <source>Shared by both slides: {value} of the picture</source>
        <translation>兩張投影片共有：畫面的 {value}</translation>
    </message>
    <message>
        <source>Sharpness on the way: at least {value} of the slides&apos;</source>
        <translation>途中的清晰度：至少為投影片的 {value}</translation>
    </message>
    <message>
        <source>Way taken: {value} times the shortest</source>
        <translation>經過的路徑：最短路徑的 {value} 倍</translation>
    </message>
    <message>
        <source>What both slides share moves by {value} of 255</source>
        <translation>兩張投影片共有的部分偏移了 {value}（滿分 255）</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Import a folder of pictures</source>
        <translation>匯入圖片資料夾</translation>
    </message>
    <message>
        <source>Import pictures</source>
        <translation>匯入圖片</translation>
    </message>
    <message>
        <source>Import slides or an outline</source>
        <translation>匯入簡報或大綱</translation>
    </message>
    <message>
        <source>Lectures ({patterns})</source>
        <translation>課程 ({patterns})</translation>
    </message>
    <message>
        <source>Open lecture</source>
        <translation>開啟課程</translation>
    </message>
    <message>
        <source>PDF ({patterns})</source>
        <translation>PDF（{patterns}）</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>圖片（{patterns}）</translation>
    </message>
    <message>
        <source>Pictures and PDF ({patterns})</source>
        <translation>圖片與 PDF（{patterns}）</translation>
    </message>
    <message>
        <source>Replace this slide&apos;s picture</source>
        <translation>更換這張投影片的畫面</translation>
    </message>
    <message>
        <source>Save lecture</source>
        <translation>儲存課程</translation>
    </message>
    <message>
        <source>Slides ({patterns})</source>
        <translation>投影片（{patterns}）</translation>
    </message>
    <message>
        <source>Slides and outlines ({patterns})</source>
        <translation>簡報與大綱 ({patterns})</translation>
    </message>
    <message>
        <source>Update from a changed deck</source>
        <translation>以修改過的簡報更新</translation>
    </message>
    <message>
        <source>Use pages from a PDF</source>
        <translation>使用 PDF 的頁面</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Browse…</source>
        <translation>瀏覽…</translation>
    </message>
    <message>
        <source>Captions and chapters</source>
        <translation>字幕與章節</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Kind of video</source>
        <translation>影片規格</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>取代它</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>場景</translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation>預估結果</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Lecture Studio: full screen</source>
        <translation>Lecture Studio：全螢幕</translation>
    </message>
</context>
<context>
    <name>GeneratingForm</name>
    <message>
        <source>A model invents what is seen between the two slides: watch it before using it.</source>
        <translation>兩張投影片之間的畫面由模型自行產生：使用前請先看過。</translation>
    </message>
    <message>
        <source>Its way</source>
        <translation>路徑</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>產生方式</translation>
    </message>
    <message>
        <source>Optical flow, without a model</source>
        <translation>光流（不需模型）</translation>
    </message>
    <message>
        <source>Steam rises slowly, the camera stands still</source>
        <translation>蒸氣緩緩上升，鏡頭不動</translation>
    </message>
    <message>
        <source>The first model that can</source>
        <translation>第一個可用的模型</translation>
    </message>
    <message>
        <source>The way of the model from one picture to the next</source>
        <translation>模型從一張圖到下一張圖的路徑</translation>
    </message>
    <message>
        <source>What makes the change</source>
        <translation>由什麼產生轉場</translation>
    </message>
    <message>
        <source>What moves?</source>
        <translation>什麼會動？</translation>
    </message>
    <message>
        <source>What shall move, in a few words for the model</source>
        <translation>用幾個字告訴模型什麼要動</translation>
    </message>
    <message>
        <source>{model}: not installed</source>
        <translation>{model}：未安裝</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Attention</source>
        <translation>注意事項</translation>
    </message>
    <message>
        <source>Attention ({count})</source>
        <translation>注意事項（{count}）</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>轉場</translation>
    </message>
    <message>
        <source>Expected length of the scene: it is still being spoken</source>
        <translation>場景的預估長度：仍在產生語音</translation>
    </message>
    <message>
        <source>Export video</source>
        <translation>匯出影片</translation>
    </message>
    <message>
        <source>Export video…</source>
        <translation>匯出影片…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Language of the script</source>
        <translation>講稿的語言</translation>
    </message>
    <message>
        <source>Language of the script: it chooses the voice</source>
        <translation>講稿的語言：決定使用的語音</translation>
    </message>
    <message>
        <source>Length of the scene</source>
        <translation>場景長度</translation>
    </message>
    <message>
        <source>Not in the video</source>
        <translation>不在影片中</translation>
    </message>
    <message>
        <source>Play full screen</source>
        <translation>全螢幕播放</translation>
    </message>
    <message>
        <source>Put in a pause, another voice or speed, a change</source>
        <translation>插入停頓、其他語音或語速、轉場</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已錄音</translation>
    </message>
    <message>
        <source>Scene {number}</source>
        <translation>場景 {number}</translation>
    </message>
    <message>
        <source>This scene is hidden or left out</source>
        <translation>這個場景已隱藏或略過</translation>
    </message>
    <message>
        <source>Title of the scene</source>
        <translation>場景標題</translation>
    </message>
    <message>
        <source>Untitled scene</source>
        <translation>未命名的場景</translation>
    </message>
    <message>
        <source>Your recording is heard; the words are its captions</source>
        <translation>播放您的錄音；文字作為字幕</translation>
    </message>
</context>
<context>
    <name>HowForm</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>As long as is usual: {length}</source>
        <translation>一般長度：{length}</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Length of the change in seconds</source>
        <translation>轉場長度（秒）</translation>
    </message>
    <message>
        <source>Otherwise the first word waits until the new slide stands still.</source>
        <translation>否則會等新投影片靜止後才說第一個字。</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>樣式</translation>
    </message>
    <message>
        <source>Style of the change</source>
        <translation>轉場樣式</translation>
    </message>
    <message>
        <source>The narration may begin during the change</source>
        <translation>旁白可在轉場時開始</translation>
    </message>
    <message>
        <source>Usual length</source>
        <translation>一般長度</translation>
    </message>
    <message>
        <source>Where the new slide travels</source>
        <translation>新投影片移動的方向</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message numerus="yes">
        <source>%n font(s) replaced</source>
        <translation>
            <numerusform>替代 %n 種字型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>隱藏 %n 張</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) taken for private</source>
        <translation>
            <numerusform>%n 則備註視為私人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) kept</source>
        <translation>
            <numerusform>保留 %n 段錄音</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) with notes</source>
        <translation>
            <numerusform>%n 張投影片有備忘稿</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) left out</source>
        <translation>
            <numerusform>略過 %n 項</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n 張沒有</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>匯入報告</translation>
    </message>
    <message>
        <source>Imported “{name}”</source>
        <translation>已匯入「{name}」</translation>
    </message>
    <message>
        <source>Keep all private</source>
        <translation>全部設為私人</translation>
    </message>
    <message numerus="yes">
        <source>Review %n private note(s)</source>
        <translation>
            <numerusform>檢視 %n 則私人備註</numerusform>
        </translation>
    </message>
    <message>
        <source>What the import kept, replaced and left out</source>
        <translation>匯入時保留、取代與略過的內容</translation>
    </message>
    <message>
        <source>What was replaced or left out</source>
        <translation>取代或略過的內容</translation>
    </message>
    <message numerus="yes">
        <source>{place} and %n more</source>
        <translation>
            <numerusform>{place}與另外 %n 處</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsertMenu</name>
    <message>
        <source>Another voice from here on</source>
        <translation>從這裡起換語音</translation>
    </message>
    <message>
        <source>Back to the chosen voice</source>
        <translation>恢復所選的語音</translation>
    </message>
    <message>
        <source>Change to this scene</source>
        <translation>切換到此場景的轉場</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>快</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>New things are drawn</source>
        <translation>新物件以手繪出現</translation>
    </message>
    <message>
        <source>No voice found yet</source>
        <translation>尚未找到語音</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>Speed from here on</source>
        <translation>從這裡起的語速</translation>
    </message>
    <message>
        <source>The scene stays for at least</source>
        <translation>場景至少停留</translation>
    </message>
    <message>
        <source>Very fast</source>
        <translation>很快</translation>
    </message>
    <message>
        <source>Very slow</source>
        <translation>很慢</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%n scene(s) selected</source>
        <translation>
            <numerusform>已選取 %n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>屬性</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>詳細資料…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在開始…</translation>
    </message>
    <message>
        <source>State of {title}</source>
        <translation>「{title}」的狀態</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>從清單移除</translation>
    </message>
</context>
<context>
    <name>JobsBadge</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 項失敗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 項進行中</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs: {state}</source>
        <translation>工作：{state}</translation>
    </message>
    <message>
        <source>nothing is running</source>
        <translation>沒有進行中的工作</translation>
    </message>
</context>
<context>
    <name>JobsPane</name>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Nothing is running. Imports and videos being made appear here.</source>
        <translation>沒有進行中的工作。匯入與製作中的影片會顯示在這裡。</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>As the system</source>
        <translation>依照系統</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>The language of the program. A lecture’s own languages are found from its words.</source>
        <translation>程式的語言。課程本身的語言依其文字判斷。</translation>
    </message>
    <message>
        <source>The new language comes with the next start of the program.</source>
        <translation>新的語言會在下次啟動程式時生效。</translation>
    </message>
</context>
<context>
    <name>LectureSection</name>
    <message>
        <source>All changes</source>
        <translation>所有轉場</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Fades only</source>
        <translation>僅用淡化</translation>
    </message>
    <message>
        <source>How long a scene in silence lasts, unless it says so itself</source>
        <translation>無聲場景的長度，除非場景另有設定</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>課程</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Nothing slides, zooms or travels in the whole lecture</source>
        <translation>整門課程沒有滑動、縮放或移動</translation>
    </message>
    <message>
        <source>Pronunciation</source>
        <translation>發音</translation>
    </message>
    <message>
        <source>Scenes in which nothing is said</source>
        <translation>沒有旁白的場景</translation>
    </message>
    <message>
        <source>Silence lasts</source>
        <translation>靜默長度</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Key to the marks</source>
        <translation>標記說明</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>in the video</source>
        <translation>影片中</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>由您設定</translation>
    </message>
</context>
<context>
    <name>LevelList</name>
    <message>
        <source>Continuity</source>
        <translation>連貫度</translation>
    </message>
    <message>
        <source>No object shows the same on both slides.</source>
        <translation>沒有物件在兩張投影片上內容相同。</translation>
    </message>
    <message>
        <source>Not here: {reason}.</source>
        <translation>此處不可用：{reason}。</translation>
    </message>
    <message>
        <source>{matched} of {objects} objects match, and none of them moves.</source>
        <translation>{objects} 個物件中有 {matched} 個相符，都沒有移動。</translation>
    </message>
    <message>
        <source>{matched} of {objects} objects match, {moved} of them move.</source>
        <translation>{objects} 個物件中有 {matched} 個相符，其中 {moved} 個移動。</translation>
    </message>
    <message>
        <source>{reason}: the video would show {level}.</source>
        <translation>{reason}：影片會顯示「{level}」。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Changes</source>
        <translation>轉場(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Scene</source>
        <translation>場景(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>Import as a new lecture</source>
        <translation>匯入為新課程</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>Being spoken; click to hear it as soon as it is ready</source>
        <translation>正在產生語音；按一下，準備好就播放</translation>
    </message>
    <message>
        <source>Buttons to hear each sentence and to keep paragraphs private; also in the menu of the text</source>
        <translation>聆聽各句與將段落設為私人的按鈕；也可在文字的選單中找到</translation>
    </message>
    <message>
        <source>Keep this paragraph private</source>
        <translation>將這個段落設為私人</translation>
    </message>
    <message>
        <source>Looks private: keep it out of the video?</source>
        <translation>看來是私人備註：不要放進影片嗎？</translation>
    </message>
    <message>
        <source>Play this sentence</source>
        <translation>播放這一句</translation>
    </message>
    <message>
        <source>Private: not in the video. Click to have it said.</source>
        <translation>私人：不在影片中。按一下即可朗讀。</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The recording is being read; click to hear this as soon as it is found</source>
        <translation>正在讀取錄音；按一下，找到後就播放</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A model is a folder in the format of diffusers with safetensors; pickle files are refused.</source>
        <translation>模型是 diffusers 格式、含 safetensors 的資料夾；不接受 pickle 檔。</translation>
    </message>
    <message>
        <source>Can be used for {level}.</source>
        <translation>可用於「{level}」。</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>已安裝的模型</translation>
    </message>
    <message>
        <source>Kinds that can be used: {kinds}.</source>
        <translation>可用的種類：{kinds}。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新檢查</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在檢查…</translation>
    </message>
    <message>
        <source>Models folder</source>
        <translation>模型資料夾</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>沒有安裝任何模型。</translation>
    </message>
    <message>
        <source>Not for {level}: {why}.</source>
        <translation>不能用於「{level}」：{why}。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Pictures and models</source>
        <translation>圖片與模型</translation>
    </message>
    <message>
        <source>Refused: {why}.</source>
        <translation>已拒絕：{why}。</translation>
    </message>
    <message>
        <source>Slides are drawn and changes up to Reshape are made without any model; AI motion needs one. Models are never fetched by themselves.</source>
        <translation>繪製投影片與「圖片漸變」以下的轉場都不需要模型；「AI 動態」需要模型。程式絕不會自行下載模型。</translation>
    </message>
    <message>
        <source>licence: {name}</source>
        <translation>授權：{name}</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未註明</translation>
    </message>
</context>
<context>
    <name>MovingForm</name>
    <message numerus="yes">
        <source>%n of them said by you</source>
        <translation>
            <numerusform>其中 %n 個由您指定</numerusform>
        </translation>
    </message>
    <message>
        <source>How text moves to its new place</source>
        <translation>文字如何移到新位置</translation>
    </message>
    <message>
        <source>How what is new on the slide comes in</source>
        <translation>投影片上的新物件如何出現</translation>
    </message>
    <message>
        <source>New things</source>
        <translation>新物件</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>Say which objects of the two slides are one</source>
        <translation>指定兩張投影片上哪些物件是同一個</translation>
    </message>
    <message>
        <source>Text moves</source>
        <translation>文字移動</translation>
    </message>
    <message>
        <source>Which are one?…</source>
        <translation>哪些是同一個？…</translation>
    </message>
</context>
<context>
    <name>NarrationSection</name>
    <message numerus="yes">
        <source>%n scene(s) with a recording</source>
        <translation>
            <numerusform>%n 個場景有錄音</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Automatic: {voice}</source>
        <translation>自動：{voice}</translation>
    </message>
    <message>
        <source>By language</source>
        <translation>依語言</translation>
    </message>
    <message>
        <source>If nothing is said</source>
        <translation>沒有旁白時</translation>
    </message>
    <message>
        <source>Keep private</source>
        <translation>設為私人</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Looks private: “{words}”</source>
        <translation>看來是私人備註：「{words}」</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>旁白</translation>
    </message>
    <message>
        <source>None: a voice speaks</source>
        <translation>無：由語音朗讀</translation>
    </message>
    <message>
        <source>One voice for all languages, in the whole lecture</source>
        <translation>整門課程的所有語言使用同一語音</translation>
    </message>
    <message>
        <source>Private: “{words}”</source>
        <translation>私人：「{words}」</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>錄音</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>朗讀</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>多個值</translation>
    </message>
    <message>
        <source>Voice for {language}, in the whole lecture</source>
        <translation>{language}的語音，適用於整門課程</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, marked in the scripts</source>
        <translation>
            <numerusform>以及另外 %n 處，已在講稿中標示</numerusform>
        </translation>
    </message>
    <message>
        <source>{length} cut off at the end</source>
        <translation>結尾剪去 {length}</translation>
    </message>
    <message>
        <source>{length} cut off at the start</source>
        <translation>開頭剪去 {length}</translation>
    </message>
    <message>
        <source>{length} long</source>
        <translation>長 {length}</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Go to this slide</source>
        <translation>前往這張投影片</translation>
    </message>
    <message>
        <source>Keep private</source>
        <translation>設為私人</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>朗讀</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The deck asks for {asked}; the video will show {shown}: {why}</source>
        <translation>簡報指定「{asked}」；影片會顯示「{shown}」：{why}</translation>
    </message>
    <message>
        <source>You chose {asked}; the video will show {shown}: {why}</source>
        <translation>您選擇了「{asked}」；影片會顯示「{shown}」：{why}</translation>
    </message>
    <message>
        <source>there is no way to draw it yet</source>
        <translation>目前無法繪製</translation>
    </message>
    <message>
        <source>{asked} is suggested; the video will show {shown}: {why}</source>
        <translation>建議使用「{asked}」；影片會顯示「{shown}」：{why}</translation>
    </message>
    <message>
        <source>{text}.</source>
        <translation>{text}。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Details…</source>
        <translation>詳細資料…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>關閉通知</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
</context>
<context>
    <name>OutlineDialog</name>
    <message>
        <source># The water cycle

## Where does rain come from?

- The sun warms the sea
- Water rises as vapour

Notes: Every drop of rain was once in the sea. Let us follow one on its way.</source>
        <translation># 水循環

## 雨從哪裡來？

- 太陽使海水變暖
- 水變成水蒸氣上升

Notes: 每一滴雨都曾經在海裡。讓我們跟著一滴水走一趟。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Make a lecture</source>
        <translation>建立課程</translation>
    </message>
    <message>
        <source>Markdown, Word, text or OPML</source>
        <translation>Markdown、Word、純文字或 OPML</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大綱</translation>
    </message>
    <message>
        <source>Start from an outline</source>
        <translation>從大綱開始</translation>
    </message>
    <message>
        <source>Write or paste an outline. “# ” begins the title, “## ” a slide, “- ” a point; what stands behind “Notes:” is spoken.</source>
        <translation>輸入或貼上大綱。「# 」開頭是標題，「## 」是投影片，「- 」是要點；「Notes:」後面的文字會朗讀。</translation>
    </message>
</context>
<context>
    <name>OutlookCard</name>
    <message>
        <source>Free space</source>
        <translation>可用空間</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Time it takes</source>
        <translation>所需時間</translation>
    </message>
</context>
<context>
    <name>Pairing</name>
    <message>
        <source>no partner</source>
        <translation>沒有對應</translation>
    </message>
    <message>
        <source>no partner, you said so</source>
        <translation>沒有對應（由您指定）</translation>
    </message>
    <message>
        <source>the same object</source>
        <translation>同一物件</translation>
    </message>
    <message>
        <source>the same picture</source>
        <translation>相同圖片</translation>
    </message>
    <message>
        <source>the same words</source>
        <translation>相同文字</translation>
    </message>
    <message>
        <source>the same “!!” name</source>
        <translation>相同的「!!」名稱</translation>
    </message>
    <message>
        <source>they look alike</source>
        <translation>外觀相似</translation>
    </message>
    <message>
        <source>you said so</source>
        <translation>由您指定</translation>
    </message>
    <message>
        <source>{kind} {number}</source>
        <translation>{kind} {number}</translation>
    </message>
    <message>
        <source>{kind}: {name}</source>
        <translation>{kind}：{name}</translation>
    </message>
</context>
<context>
    <name>PairingDialog</name>
    <message>
        <source>All as suggested</source>
        <translation>全部依建議</translation>
    </message>
    <message>
        <source>As suggested</source>
        <translation>依建議</translation>
    </message>
    <message>
        <source>Before: {title}</source>
        <translation>前一張：{title}</translation>
    </message>
    <message>
        <source>Has no partner</source>
        <translation>沒有對應</translation>
    </message>
    <message>
        <source>Now click what is the same on the other slide. Chosen: {name}</source>
        <translation>現在請點選另一張投影片上的同一物件。已選：{name}</translation>
    </message>
    <message>
        <source>Objects. {slide}</source>
        <translation>物件。{slide}</translation>
    </message>
    <message>
        <source>Take back all that you said of objects at this change</source>
        <translation>取消您在此轉場對物件的所有指定</translation>
    </message>
    <message>
        <source>Take back what you said of the chosen object</source>
        <translation>取消您對所選物件的指定</translation>
    </message>
    <message>
        <source>The chosen object fades in or out in its place</source>
        <translation>所選物件在原位淡入或淡出</translation>
    </message>
    <message>
        <source>The chosen object of each slide becomes one, and travels</source>
        <translation>兩張投影片各選的物件成為同一個並移動</translation>
    </message>
    <message>
        <source>The objects of these slides are known once Move is chosen and they are drawn.</source>
        <translation>選擇「物件移動」並繪製後，才會知道這些投影片上的物件。</translation>
    </message>
    <message>
        <source>These two are one</source>
        <translation>這兩個是同一個</translation>
    </message>
    <message>
        <source>This slide: {title}</source>
        <translation>這一張：{title}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>What is one travels from its place on the slide before to its new one; all else fades. Click an object on each slide, or choose one in each list.</source>
        <translation>同一物件會從前一張投影片的位置移到新位置，其餘淡入淡出。請在兩張投影片上各點選一個物件，或在兩份清單中各選一個。</translation>
    </message>
    <message>
        <source>Which objects are one?</source>
        <translation>哪些物件是同一個？</translation>
    </message>
    <message>
        <source>{name}, one with {partner} (pair {number}): {why}</source>
        <translation>{name}，與{partner}是同一個（第 {number} 對）：{why}</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}：{why}</translation>
    </message>
    <message>
        <source>{number}   {name} · {why}</source>
        <translation>{number}   {name} · {why}</translation>
    </message>
</context>
<context>
    <name>PictureSection</name>
    <message numerus="yes">
        <source>%n picture(s) without a description</source>
        <translation>
            <numerusform>%n 張圖片沒有說明文字</numerusform>
        </translation>
    </message>
    <message>
        <source>Descriptions</source>
        <translation>說明文字</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>繪製方式</translation>
    </message>
    <message>
        <source>Fonts replaced</source>
        <translation>替代的字型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Made from the outline</source>
        <translation>由大綱製作</translation>
    </message>
    <message>
        <source>Not drawn</source>
        <translation>未繪製</translation>
    </message>
    <message>
        <source>Not drawn yet</source>
        <translation>尚未繪製</translation>
    </message>
    <message>
        <source>Page {number} of “{file}”</source>
        <translation>「{file}」的第 {number} 頁</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>畫面</translation>
    </message>
    <message>
        <source>Picture “{file}”</source>
        <translation>圖片「{file}」</translation>
    </message>
    <message>
        <source>Shown as it is</source>
        <translation>照原樣顯示</translation>
    </message>
    <message>
        <source>Slide {number} of “{deck}”</source>
        <translation>「{deck}」的投影片 {number}</translation>
    </message>
    <message>
        <source>The built-in painter</source>
        <translation>內建繪圖功能</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>暫存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Pictures and models</source>
        <translation>圖片與模型</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好設定</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隱私</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>語音</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Estimated: still being spoken</source>
        <translation>預估值：仍在產生語音</translation>
    </message>
    <message>
        <source>Hidden: not in the video</source>
        <translation>已隱藏：不在影片中</translation>
    </message>
    <message>
        <source>Left out: it has no words</source>
        <translation>已略過：沒有文字</translation>
    </message>
    <message>
        <source>Not yet checked</source>
        <translation>尚未檢查</translation>
    </message>
    <message>
        <source>Scene {number}: {title}</source>
        <translation>場景 {number}：{title}</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Files of others are kept at a distance: what a deck links to outside is never opened, and paragraphs you made private are neither spoken nor captioned.</source>
        <translation>對他人的檔案保持距離：絕不開啟簡報連結到的外部檔案；您設為私人的段落不會朗讀，也不會出現在字幕中。</translation>
    </message>
    <message>
        <source>Models that you installed</source>
        <translation>您安裝的模型</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>任何資料都不會離開這部電腦。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隱私</translation>
    </message>
    <message>
        <source>Results that can be made again</source>
        <translation>可重新產生的結果</translation>
    </message>
    <message>
        <source>Slides, words, recordings and videos are read, spoken and made here. The program opens no connection, counts nothing and reports nothing. Nothing is fetched unless you ask for it by name.</source>
        <translation>投影片、文字、錄音與影片都在這裡讀取、朗讀與製作。程式不開啟任何連線，不統計也不回報任何資料；除非您指名要求，否則不會下載任何東西。</translation>
    </message>
    <message>
        <source>Unsaved work, and the slides and recordings of open lectures</source>
        <translation>未儲存的工作，以及已開啟課程的投影片與錄音</translation>
    </message>
    <message>
        <source>What is kept on this machine</source>
        <translation>保存在這部電腦上的內容</translation>
    </message>
</context>
<context>
    <name>PrivateParagraphs</name>
    <message>
        <source>Keep the paragraph private</source>
        <translation>將段落設為私人</translation>
    </message>
    <message>
        <source>Say the private paragraph</source>
        <translation>朗讀私人段落</translation>
    </message>
</context>
<context>
    <name>PrivateStrip</name>
    <message>
        <source>Keep private</source>
        <translation>設為私人</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>朗讀</translation>
    </message>
    <message>
        <source>“{words}” looks private: keep it out of the video?</source>
        <translation>「{words}」看來是私人備註：不要放進影片嗎？</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Enter opens, Delete takes one out of the list.</source>
        <translation>按 Enter 開啟，按 Delete 從清單移除。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Recent lessons</source>
        <translation>最近的課程</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>從清單移除</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>已不存在</translation>
    </message>
</context>
<context>
    <name>RecordedStrip</name>
    <message>
        <source>A voice will speak the words of this scene. You can undo this.</source>
        <translation>將由語音朗讀這個場景的文字。您可以復原。</translation>
    </message>
    <message>
        <source>Cut off at the end of the recording</source>
        <translation>從錄音結尾剪去</translation>
    </message>
    <message>
        <source>Cut off at the start of the recording</source>
        <translation>從錄音開頭剪去</translation>
    </message>
    <message>
        <source>It still fits</source>
        <translation>仍然適用</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Mark the recording as checked</source>
        <translation>將錄音標示為已確認</translation>
    </message>
    <message>
        <source>Mark the recording as checked: it fits the changed slide and words</source>
        <translation>將錄音標示為已確認：它適用於修改後的投影片與文字</translation>
    </message>
    <message>
        <source>Remove recording</source>
        <translation>移除錄音</translation>
    </message>
    <message>
        <source>Remove recording…</source>
        <translation>移除錄音…</translation>
    </message>
    <message>
        <source>Remove the recording “{name}”?</source>
        <translation>要移除錄音「{name}」嗎？</translation>
    </message>
    <message>
        <source>Remove the recording: a voice speaks the words again</source>
        <translation>移除錄音：改由語音朗讀文字</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Slide or words changed in the deck after this recording.</source>
        <translation>錄音之後，簡報中的投影片或文字已修改。</translation>
    </message>
    <message>
        <source>These are captions; your recording is heard.</source>
        <translation>這些是字幕；播放的是您的錄音。</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>剪輯</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%n came simpler than asked for.</source>
        <translation>
            <numerusform>其中 %n 個比指定的簡單。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s).</source>
        <translation>
            <numerusform>共 %n 個轉場。</numerusform>
        </translation>
    </message>
    <message>
        <source>All came as asked for.</source>
        <translation>全部都與指定相符。</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Asked for: {level} ({why})</source>
        <translation>指定：{level}（{why}）</translation>
    </message>
    <message>
        <source>Change to</source>
        <translation>切換到</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>轉場</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>複製為 JSON</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>實際</translation>
    </message>
    <message>
        <source>Fell: {why}</source>
        <translation>降級：{why}</translation>
    </message>
    <message>
        <source>Figures of the chosen change</source>
        <translation>所選轉場的數據</translation>
    </message>
    <message>
        <source>Report on {name}</source>
        <translation>「{name}」的報告</translation>
    </message>
    <message>
        <source>Save as JSON…</source>
        <translation>另存為 JSON…</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>儲存報告</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已儲存 {name}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>Respellings</name>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Add this pronunciation rule</source>
        <translation>新增這條發音規則</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Language of the new rule</source>
        <translation>新規則的語言</translation>
    </message>
    <message>
        <source>Pronunciation rules</source>
        <translation>發音規則</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the selected pronunciation rule</source>
        <translation>移除選取的發音規則</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>讀法</translation>
    </message>
    <message>
        <source>Word as it is spoken</source>
        <translation>讀法</translation>
    </message>
    <message>
        <source>Word as it is written</source>
        <translation>寫法</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>寫法</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>A plain cut: there is nothing to check.</source>
        <translation>直接切換：無需檢查。</translation>
    </message>
    <message>
        <source>Checked. {found}</source>
        <translation>已檢查。{found}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
    <message>
        <source>Details of the check</source>
        <translation>檢查的詳細資料</translation>
    </message>
    <message>
        <source>Not yet checked.</source>
        <translation>尚未檢查。</translation>
    </message>
    <message>
        <source>Show what was measured</source>
        <translation>顯示測量結果</translation>
    </message>
    <message>
        <source>The slides are still being compared.</source>
        <translation>仍在比對投影片。</translation>
    </message>
</context>
<context>
    <name>RowNames</name>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>Narration</source>
        <translation>旁白</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>場景</translation>
    </message>
</context>
<context>
    <name>SceneSection</name>
    <message>
        <source>As long as it takes</source>
        <translation>依內容而定</translation>
    </message>
    <message>
        <source>Hidden: not in the video</source>
        <translation>已隱藏：不在影片中</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>No section</source>
        <translation>無章節</translation>
    </message>
    <message>
        <source>Not in the video</source>
        <translation>不在影片中</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>場景</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>章節</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>多個值</translation>
    </message>
    <message>
        <source>Shortest length</source>
        <translation>最短長度</translation>
    </message>
    <message>
        <source>The scene stays for at least so long, even if less is said</source>
        <translation>即使說得較短，場景也至少停留這麼久</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Title of the scene</source>
        <translation>場景標題</translation>
    </message>
    <message>
        <source>Untitled scene</source>
        <translation>未命名的場景</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>First scene</source>
        <translation>第一個場景</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>From one scene to another</source>
        <translation>從某個場景到另一個場景</translation>
    </message>
    <message>
        <source>Last scene</source>
        <translation>最後一個場景</translation>
    </message>
    <message numerus="yes">
        <source>Selected scenes (%n)</source>
        <translation>
            <numerusform>選取的場景（%n 個）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whole lecture, %n scene(s)</source>
        <translation>
            <numerusform>整門課程，%n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>Change to this scene: {how}</source>
        <translation>切換到此場景：{how}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>直接切換</translation>
    </message>
    <message>
        <source>From here on as fast as before</source>
        <translation>從這裡起恢復原來的語速</translation>
    </message>
    <message>
        <source>From here on the chosen voice speaks again</source>
        <translation>從這裡起恢復所選的語音</translation>
    </message>
    <message>
        <source>From here on the voice “{name}” speaks</source>
        <translation>從這裡起由語音「{name}」朗讀</translation>
    </message>
    <message>
        <source>From here on {times} times as fast as normal</source>
        <translation>從這裡起語速為正常的 {times} 倍</translation>
    </message>
    <message>
        <source>New things on this scene are drawn as by a hand</source>
        <translation>此場景的新物件如手繪般出現</translation>
    </message>
    <message>
        <source>New things on this scene fade in</source>
        <translation>此場景的新物件淡入</translation>
    </message>
    <message>
        <source>Not spoken, and without effect here</source>
        <translation>不會朗讀，在這裡也沒有作用</translation>
    </message>
    <message>
        <source>Not understood as a direction: it is read out like any other words</source>
        <translation>無法理解為指示：會像其他文字一樣朗讀</translation>
    </message>
    <message>
        <source>Not understood: it is left out of the video</source>
        <translation>無法理解：不會出現在影片中</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Silence: {length}</source>
        <translation>靜默：{length}</translation>
    </message>
    <message>
        <source>The scene stays for at least {length}</source>
        <translation>場景至少停留 {length}</translation>
    </message>
    <message>
        <source>chosen by the program</source>
        <translation>由程式選擇</translation>
    </message>
</context>
<context>
    <name>ScriptPane</name>
    <message>
        <source>Script of the scene</source>
        <translation>場景的講稿</translation>
    </message>
    <message>
        <source>Type what shall be said</source>
        <translation>輸入要說的內容</translation>
    </message>
    <message>
        <source>What is said while this scene is shown. Control and Return play the sentence at the cursor.</source>
        <translation>顯示這個場景時要說的內容。按 Ctrl+Enter 播放游標所在的句子。</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>Drag to look through the lecture</source>
        <translation>拖曳以瀏覽課程</translation>
    </message>
    <message>
        <source>Position in the lecture</source>
        <translation>課程中的位置</translation>
    </message>
</context>
<context>
    <name>SeamPanel</name>
    <message numerus="yes">
        <source>%n similar change(s) are like this</source>
        <translation>
            <numerusform>有 %n 個類似的轉場</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n similar change(s)</source>
        <translation>
            <numerusform>套用到 %n 個類似的轉場</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>轉場</translation>
    </message>
    <message>
        <source>Change to “{title}”</source>
        <translation>切換到「{title}」</translation>
    </message>
    <message>
        <source>Changes with the same suggestion for the same reason</source>
        <translation>因相同理由得到相同建議的轉場</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉（Esc）</translation>
    </message>
    <message>
        <source>Fades only in the whole lecture</source>
        <translation>整門課程僅用淡化</translation>
    </message>
    <message>
        <source>Nothing slides, zooms or travels in any change</source>
        <translation>所有轉場都沒有滑動、縮放或移動</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>SecondsField</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Hide this part</source>
        <translation>隱藏這個部分</translation>
    </message>
    <message>
        <source>Show this part</source>
        <translation>顯示這個部分</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source> (pickle files are never loaded)</source>
        <translation>（絕不載入 pickle 檔）</translation>
    </message>
    <message>
        <source> ({1} s)</source>
        <translation>（{1} 秒）</translation>
    </message>
    <message>
        <source> ({1}, since {2})</source>
        <translation>（{1}，自 {2} 起）</translation>
    </message>
    <message>
        <source>(speed: normal)</source>
        <translation>(speed: normal)</translation>
    </message>
    <message>
        <source>, {1} s trimmed off as in PowerPoint</source>
        <extracomment>{1}: float(trimmed)</extracomment>
        <translation>，並依 PowerPoint 的設定剪去 {1} 秒</translation>
    </message>
    <message>
        <source>1 bookmark</source>
        <translation>1 個書籤</translation>
    </message>
    <message>
        <source>1 build is</source>
        <translation>1 個動畫步驟</translation>
    </message>
    <message>
        <source>1 card</source>
        <translation>1 張卡片</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 頁</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 個部分</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 張圖片</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 個要點</translation>
    </message>
    <message>
        <source>1 review comment is</source>
        <translation>1 則審閱註解</translation>
    </message>
    <message>
        <source>1 section</source>
        <translation>1 個章節</translation>
    </message>
    <message>
        <source>1 slide</source>
        <translation>1 張投影片</translation>
    </message>
    <message>
        <source>1 sticky note</source>
        <translation>1 則便箋</translation>
    </message>
    <message>
        <source>A PDF of the lecture cannot be read; import it anew.</source>
        <translation>課程裡的一個 PDF 無法讀取；請重新匯入。</translation>
    </message>
    <message>
        <source>A PDF of the lecture has no page {1}; import it anew.</source>
        <extracomment>{1}: index + 1</extracomment>
        <translation>課程裡的一個 PDF 沒有第 {1} 頁；請重新匯入。</translation>
    </message>
    <message>
        <source>A card of an outline is drawn from its words; only slides can be shown as a picture.</source>
        <translation>大綱卡片是依文字繪製的；只有投影片能改用圖片顯示。</translation>
    </message>
    <message>
        <source>A change takes 0 to {1} seconds; choose such a length.</source>
        <extracomment>{1}: LONGEST</extracomment>
        <translation>轉場長度須為 0 到 {1} 秒，請選擇這個範圍內的長度。</translation>
    </message>
    <message>
        <source>A chart of this slide is damaged or missing in the file.</source>
        <translation>這張投影片有一個圖表已損毀，或不在檔案中。</translation>
    </message>
    <message>
        <source>A comment with markup in it was taken for text put aside.</source>
        <translation>有一則含有標記的註解被視為擱置的文字。</translation>
    </message>
    <message>
        <source>A comment with the file&apos;s terms or before its text is not spoken.</source>
        <translation>檔案條款的註解，或正文之前的註解，不會被朗讀。</translation>
    </message>
    <message>
        <source>A diagram of this slide is damaged or missing in the file.</source>
        <translation>這張投影片有一個圖形已損毀，或不在檔案中。</translation>
    </message>
    <message>
        <source>A file inside the lecture is named “{1}”, which is no SHA-256 digest.</source>
        <extracomment>{1}: asset.digest[:20]</extracomment>
        <translation>課程中有一個檔案名為「{1}」，但這不是 SHA-256 摘要。</translation>
    </message>
    <message>
        <source>A formula is left out.</source>
        <translation>略過一個公式。</translation>
    </message>
    <message>
        <source>A kept result was damaged or deleted; run the export again.</source>
        <translation>一項暫存結果已損毀或遭刪除，請重新匯出。</translation>
    </message>
    <message>
        <source>A lecture can have {1} scenes; make two lectures of this one.</source>
        <extracomment>{1}: MOST_SCENES</extracomment>
        <translation>一門課程最多可有 {1} 個場景，請將它分成兩門課程。</translation>
    </message>
    <message>
        <source>A list has more than {1} entries</source>
        <extracomment>{1}: MOST_ITEMS</extracomment>
        <translation>有一個清單超過 {1} 個項目</translation>
    </message>
    <message>
        <source>A local model invents the motion; watch before using</source>
        <translation>由本機模型自行產生動態；使用前請先看過</translation>
    </message>
    <message>
        <source>A model can be told at most {1} characters; write less.</source>
        <extracomment>{1}: LONGEST_PROMPT</extracomment>
        <translation>最多只能告訴模型 {1} 個字元；請縮短。</translation>
    </message>
    <message>
        <source>A new section begins: {1}</source>
        <extracomment>{1}: scene.section</extracomment>
        <translation>新章節開始：{1}</translation>
    </message>
    <message>
        <source>A number is not finite</source>
        <translation>有一個數字不是有限值</translation>
    </message>
    <message>
        <source>A number is too large</source>
        <translation>有一個數字過大</translation>
    </message>
    <message>
        <source>A page of a lecture cannot be taken apart.</source>
        <translation>課程中有一頁無法拆解。</translation>
    </message>
    <message>
        <source>A page of “{1}” is damaged; make the PDF anew.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」有一頁已損壞；請重新產生這份 PDF。</translation>
    </message>
    <message>
        <source>A picture is left out</source>
        <translation>略過一張圖片</translation>
    </message>
    <message>
        <source>A picture is linked to a file outside the deck, which was not opened.</source>
        <translation>有一張圖片連結到簡報以外的檔案，並未開啟。</translation>
    </message>
    <message>
        <source>A picture of the lecture cannot be drawn; save it as .png or .jpg and import it anew.</source>
        <translation>課程裡有一張圖片畫不出來；請存成 .png 或 .jpg 後重新匯入。</translation>
    </message>
    <message>
        <source>A picture of the slide is missing in the file; its place stays empty.</source>
        <translation>投影片的一張圖片不在檔案中，該處留白。</translation>
    </message>
    <message>
        <source>A picture of {1} × {2} pixels is too large to be drawn and is left out; put a smaller one in its place.</source>
        <extracomment>{1}: size[0], {2}: size[1]</extracomment>
        <translation>{1} × {2} 像素的圖片太大，無法繪製，已略過；請換成較小的圖片。</translation>
    </message>
    <message>
        <source>A point too long for a card is shown shortened.</source>
        <translation>有一個要點太長，卡片上只顯示前段。</translation>
    </message>
    <message>
        <source>A pronunciation rule needs the word as it is written and as it is spoken; fill in both.</source>
        <translation>發音規則需要寫法和讀法，請兩者都填寫。</translation>
    </message>
    <message>
        <source>A recording can be trimmed by six hours at most; choose less.</source>
        <translation>錄音最多可剪去六小時，請選擇較短的長度。</translation>
    </message>
    <message>
        <source>A scene can last from a fraction of a second to six hours; choose such a length.</source>
        <translation>場景長度可從不到一秒到六小時，請選擇這個範圍內的長度。</translation>
    </message>
    <message>
        <source>A scene has no id.</source>
        <translation>有一個場景沒有識別碼。</translation>
    </message>
    <message>
        <source>A script can have {1} characters; share this one among several scenes.</source>
        <extracomment>{1}: LONGEST_SCRIPT</extracomment>
        <translation>講稿最多可有 {1} 個字元，請將它分到幾個場景。</translation>
    </message>
    <message>
        <source>A section needs a name; write one, or join the section to the one before.</source>
        <translation>章節需要名稱；請輸入名稱，或將它併入前一個章節。</translation>
    </message>
    <message>
        <source>A silent scene</source>
        <translation>無聲場景</translation>
    </message>
    <message>
        <source>A silent scene can last from a fraction of a second to six hours; choose such a length.</source>
        <translation>無聲場景的長度可從不到一秒到六小時，請選擇這個範圍內的長度。</translation>
    </message>
    <message>
        <source>A slide is no longer in the deck; import the deck again.</source>
        <translation>有一張投影片已不在簡報中，請重新匯入簡報。</translation>
    </message>
    <message>
        <source>A table of {1} rows is shown as points.</source>
        <extracomment>{1}: len(filled)</extracomment>
        <translation>一個 {1} 列的表格改以要點呈現。</translation>
    </message>
    <message>
        <source>A text has more than {1} characters</source>
        <extracomment>{1}: LONGEST_TEXT</extracomment>
        <translation>有一段文字超過 {1} 個字元</translation>
    </message>
    <message>
        <source>A text holds half a character</source>
        <translation>有一段文字含有不完整的字元</translation>
    </message>
    <message>
        <source>A text of the slide has more than {1} characters; the rest of it is left out.</source>
        <extracomment>{1}: LONGEST_TEXT</extracomment>
        <translation>投影片上有一段文字超過 {1} 個字元，其餘部分已略過。</translation>
    </message>
    <message>
        <source>AI motion</source>
        <translation>AI 動態</translation>
    </message>
    <message>
        <source>Animations that start when an object is clicked are left out: nobody clicks in a video.</source>
        <translation>略過點選物件才會播放的動畫：影片中沒有人點選。</translation>
    </message>
    <message>
        <source>Another design and {1} % of the words in common: nothing to keep</source>
        <extracomment>{1}: common</extracomment>
        <translation>版面設計不同，文字只有 {1} % 相同：沒有可保留的部分</translation>
    </message>
    <message>
        <source>Another design, and too few words to tell whether the subject is another</source>
        <translation>版面設計不同，文字太少，無法判斷主題是否不同</translation>
    </message>
    <message>
        <source>Another design, but the same subject: {1} % of the words in common</source>
        <extracomment>{1}: common</extracomment>
        <translation>版面設計不同，但主題相同：{1} % 的文字相同</translation>
    </message>
    <message>
        <source>Another slide stands before this one now; the pairs of objects chosen here were taken out.</source>
        <translation>現在這一張之前是另一張投影片；在此選擇的物件配對已移除。</translation>
    </message>
    <message>
        <source>Archive, highest quality</source>
        <translation>封存，最高品質</translation>
    </message>
    <message>
        <source>AsciiDoc outlines</source>
        <translation>AsciiDoc 大綱</translation>
    </message>
    <message>
        <source>At most {1} pairs can be chosen at one change; take others back first.</source>
        <extracomment>{1}: MOST_PAIRS</extracomment>
        <translation>一個轉場最多可指定 {1} 對物件；請先取消其他配對。</translation>
    </message>
    <message>
        <source>Checking changes</source>
        <translation>正在檢查轉場</translation>
    </message>
    <message>
        <source>Comparing meanings</source>
        <translation>正在比較語意</translation>
    </message>
    <message>
        <source>Comparing slides</source>
        <translation>正在比對投影片</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>覆蓋</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>直接換頁</translation>
    </message>
    <message>
        <source>Decoding pictures</source>
        <translation>正在解碼圖片</translation>
    </message>
    <message>
        <source>Dip</source>
        <translation>黑場淡化</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>交叉淡化</translation>
    </message>
    <message>
        <source>Drawing slides</source>
        <translation>正在繪製投影片</translation>
    </message>
    <message>
        <source>Encoding slides</source>
        <translation>正在編碼投影片</translation>
    </message>
    <message>
        <source>Encoding sound</source>
        <translation>正在編碼聲音</translation>
    </message>
    <message>
        <source>Every slide of the deck is hidden; show at least one before making the video.</source>
        <translation>簡報的所有投影片都已隱藏；製作影片前請至少顯示一張。</translation>
    </message>
    <message>
        <source>Finding the way between pictures</source>
        <translation>正在尋找圖片之間的路徑</translation>
    </message>
    <message>
        <source>Finished work cannot be kept in “{1}” ({2}); free some space there and try again.</source>
        <extracomment>{1}: self.folder, {2}: error.strerror or error</extracomment>
        <translation>無法將已完成的工作存放在「{1}」（{2}）；請在該處騰出空間再試一次。</translation>
    </message>
    <message>
        <source>Fitting the motion</source>
        <translation>正在調整動態</translation>
    </message>
    <message>
        <source>Fonts that are not installed: {1}.</source>
        <extracomment>{1}: told</extracomment>
        <translation>未安裝的字型：{1}。</translation>
    </message>
    <message>
        <source>H.264, AAC and captions can be written</source>
        <translation>可寫入 H.264、AAC 與字幕</translation>
    </message>
    <message>
        <source>Hidden scenes cannot be merged with shown ones; hide or show all of them first.</source>
        <translation>隱藏的場景無法與顯示的場景合併；請先全部隱藏或全部顯示。</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>相同不動</translation>
    </message>
    <message>
        <source>Inventing motion</source>
        <translation>正在產生動態</translation>
    </message>
    <message>
        <source>Keeping a model small with {1} needs that library, and it is not installed; choose another way of saving memory.</source>
        <extracomment>{1}: saving</extracomment>
        <translation>用 {1} 縮小模型需要該程式庫，但尚未安裝；請選擇其他節省記憶體的方式。</translation>
    </message>
    <message>
        <source>Keeping the pictures</source>
        <translation>正在保存圖片</translation>
    </message>
    <message>
        <source>Learning platforms, small files</source>
        <translation>學習平台，檔案較小</translation>
    </message>
    <message>
        <source>LibreOffice cannot open this presentation; save it again in PowerPoint.</source>
        <translation>LibreOffice 無法開啟這份簡報，請在 PowerPoint 中重新儲存。</translation>
    </message>
    <message>
        <source>LibreOffice draws slides exactly ({1}); there is no PowerPoint to ask</source>
        <extracomment>{1}: libreoffice.executable()</extracomment>
        <translation>由 LibreOffice 精確繪製投影片（{1}）；這裡沒有 PowerPoint 可用</translation>
    </message>
    <message>
        <source>LibreOffice draws them.</source>
        <translation>由 LibreOffice 繪製。</translation>
    </message>
    <message>
        <source>LibreOffice is needed for this file; install LibreOffice Impress and try again.</source>
        <translation>這個檔案需要 LibreOffice；請安裝 LibreOffice Impress 後再試一次。</translation>
    </message>
    <message>
        <source>LibreOffice is not installed; slides are drawn by the built-in painter.</source>
        <translation>未安裝 LibreOffice，改用內建繪圖功能繪製投影片。</translation>
    </message>
    <message>
        <source>LibreOffice made {1} pages of {2} slides from slide {3} on, so pictures and words would not match; open the deck in PowerPoint, save it again and import it anew.</source>
        <extracomment>{1}: pages, {2}: slides, {3}: first</extracomment>
        <translation>LibreOffice 從第 {3} 張起的 {2} 張投影片只產生了 {1} 頁，畫面與文字會對不上；請在 PowerPoint 開啟簡報、重新儲存後再匯入。</translation>
    </message>
    <message>
        <source>Listening to recordings</source>
        <translation>正在聆聽錄音</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在載入模型</translation>
    </message>
    <message>
        <source>Making pictures with a model</source>
        <translation>正在用模型產生圖片</translation>
    </message>
    <message>
        <source>Markdown outlines</source>
        <translation>Markdown 大綱</translation>
    </message>
    <message>
        <source>Matching objects glide to their new place</source>
        <translation>相同的物件滑動到新位置</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>物件移動</translation>
    </message>
    <message>
        <source>No installed voice speaks “{1}”; “{2}” reads it instead.</source>
        <extracomment>{1}: language, {2}: english.name</extracomment>
        <translation>已安裝的語音都不會說「{1}」，改由「{2}」朗讀。</translation>
    </message>
    <message>
        <source>No picture in the folder “{1}” can be shown: {2}</source>
        <extracomment>{1}: path.name, {2}: first</extracomment>
        <translation>資料夾「{1}」裡沒有可以顯示的圖片：{2}</translation>
    </message>
    <message>
        <source>No scene is selected; select one or more first.</source>
        <translation>尚未選取場景，請先選取一個或多個。</translation>
    </message>
    <message>
        <source>No sound device was found; connect one to listen.</source>
        <translation>找不到音訊裝置；請連接後再聆聽。</translation>
    </message>
    <message>
        <source>No text can be read on this page, a scan perhaps; it can only be read out from a script.</source>
        <translation>這一頁讀不到文字，可能是掃描的；要有講稿才能朗讀。</translation>
    </message>
    <message>
        <source>No voice is installed; install the package “espeakng-loader” and try again, or record the narration.</source>
        <translation>未安裝任何語音；請安裝套件「espeakng-loader」後再試一次，或自行錄製旁白。</translation>
    </message>
    <message>
        <source>Not every style of the deck&apos;s own “{1}” can be used; the others stand in.</source>
        <extracomment>{1}: font.family</extracomment>
        <translation>簡報內嵌的「{1}」並非每種字型樣式都能使用，缺少的以其他樣式代替。</translation>
    </message>
    <message>
        <source>Nothing can be added to a recording by trimming; choose 0 seconds or more.</source>
        <translation>剪輯無法加長錄音，請選擇 0 秒以上。</translation>
    </message>
    <message>
        <source>Nothing is seen twice.</source>
        <translation>沒有東西重複出現。</translation>
    </message>
    <message>
        <source>Nothing jumps, and it ends on the slide itself.</source>
        <translation>沒有跳動，結尾就是投影片本身。</translation>
    </message>
    <message>
        <source>Nothing that both slides have disappears on the way.</source>
        <translation>兩張投影片共有的物件途中都不會消失。</translation>
    </message>
    <message>
        <source>OPML outlines</source>
        <translation>OPML 大綱</translation>
    </message>
    <message>
        <source>Objects that you had paired by hand are gone from the slides; what was said of them went with them.</source>
        <translation>您手動配對的物件已不在投影片上；相關指定也一併移除。</translation>
    </message>
    <message>
        <source>One object of the slide is damaged; the rest of the slide is kept.</source>
        <translation>投影片有一個物件已損毀，其餘內容都保留。</translation>
    </message>
    <message>
        <source>One picture turns into the next; words stay sharp</source>
        <translation>畫面逐漸變成下一張，文字維持清晰</translation>
    </message>
    <message>
        <source>Only neighbouring scenes can be merged; select two or more that stand side by side.</source>
        <translation>只能合併相鄰的場景，請選取兩個以上相鄰的場景。</translation>
    </message>
    <message>
        <source>OpenDocument texts</source>
        <translation>OpenDocument 文字文件</translation>
    </message>
    <message>
        <source>Page {1} of a PDF has another shape than the lecture says; import it anew.</source>
        <extracomment>{1}: index + 1</extracomment>
        <translation>PDF 第 {1} 頁的形狀與課程所記的不同；請重新匯入。</translation>
    </message>
    <message>
        <source>Page {1} of a PDF is damaged; make the PDF anew.</source>
        <extracomment>{1}: index + 1</extracomment>
        <translation>PDF 第 {1} 頁已損壞；請重新產生這份 PDF。</translation>
    </message>
    <message>
        <source>Page {1} of “{2}” is shown, which resembles the slide only a little; look at it.</source>
        <extracomment>{1}: each.page + 1, {2}: name</extracomment>
        <translation>顯示的是「{2}」第 {1} 頁，與投影片只有些許相似；請看一下。</translation>
    </message>
    <message>
        <source>Pages of “{1}” that belong to no slide: {2}.</source>
        <extracomment>{1}: name, {2}: in_short((page + 1 for page in found.over))</extracomment>
        <translation>「{1}」中不屬於任何投影片的頁：{2}。</translation>
    </message>
    <message>
        <source>PowerPoint cannot open this presentation; look at it there.</source>
        <translation>PowerPoint 無法開啟這份簡報；請在 PowerPoint 裡檢查。</translation>
    </message>
    <message>
        <source>PowerPoint cannot save this presentation as PDF; try it there.</source>
        <translation>PowerPoint 無法將這份簡報存成 PDF；請在 PowerPoint 裡試試。</translation>
    </message>
    <message>
        <source>PowerPoint does not start; open it once and try again.</source>
        <translation>PowerPoint 無法啟動；請先開啟它一次，再試一次。</translation>
    </message>
    <message>
        <source>PowerPoint draws them.</source>
        <translation>由 PowerPoint 繪製。</translation>
    </message>
    <message>
        <source>PowerPoint is not installed here; slides are drawn without it.</source>
        <translation>這裡沒有安裝 PowerPoint；投影片會以其他方式繪製。</translation>
    </message>
    <message>
        <source>PowerPoint made no PDF of this presentation; save it there as PDF and use that.</source>
        <translation>PowerPoint 沒有產生這份簡報的 PDF；請在 PowerPoint 裡存成 PDF 後使用。</translation>
    </message>
    <message>
        <source>PowerPoint made {1} pages of {2} slides, so pictures and words would not match.</source>
        <extracomment>{1}: pages, {2}: ready.slides</extracomment>
        <translation>PowerPoint 從 {2} 張投影片產生了 {1} 頁，畫面與文字會對不上。</translation>
    </message>
    <message>
        <source>PowerPoint presentations</source>
        <translation>PowerPoint 簡報</translation>
    </message>
    <message>
        <source>PowerPoint presents only the custom show “{1}” (Set Up Slide Show); the video has all slides unless it is chosen.</source>
        <extracomment>{1}: presented.name</extracomment>
        <translation>PowerPoint 只放映自訂放映「{1}」（設定投影片放映）；除非選用它，否則影片包含所有投影片。</translation>
    </message>
    <message>
        <source>PowerPoint presents only the slides {1} (Set Up Slide Show); the video has all slides unless they are chosen as the show.</source>
        <extracomment>{1}: span.name</extracomment>
        <translation>PowerPoint 只放映第 {1} 張投影片（設定投影片放映）；除非選用這個範圍，否則影片包含所有投影片。</translation>
    </message>
    <message>
        <source>PowerPoint, which is installed, draws slides exactly (not tried with this version of it)</source>
        <translation>由已安裝的 PowerPoint 精確繪製投影片（尚未以這個版本試過）</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>推入</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>快速預覽</translation>
    </message>
    <message>
        <source>Reading recordings</source>
        <translation>正在讀取錄音</translation>
    </message>
    <message>
        <source>Reading the slides</source>
        <translation>正在讀取投影片</translation>
    </message>
    <message>
        <source>Rendering changes</source>
        <translation>正在產生轉場</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>圖片漸變</translation>
    </message>
    <message>
        <source>Reshaping pictures</source>
        <translation>正在漸變圖片</translation>
    </message>
    <message>
        <source>Scene {1}</source>
        <translation>場景 {1}</translation>
    </message>
    <message>
        <source>Scene {1} (“{2}”)</source>
        <translation>場景 {1}（「{2}」）</translation>
    </message>
    <message>
        <source>Slide {1}</source>
        <translation>投影片 {1}</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>正在朗讀</translation>
    </message>
    <message>
        <source>Taking slides apart</source>
        <translation>正在拆解投影片</translation>
    </message>
    <message>
        <source>The animations of this slide are damaged.</source>
        <translation>這張投影片的動畫已損毀。</translation>
    </message>
    <message>
        <source>The built-in voice cannot be loaded; install the package “espeakng-loader” again.</source>
        <translation>無法載入內建語音，請重新安裝套件「espeakng-loader」。</translation>
    </message>
    <message>
        <source>The camera picture of the recorded narration is left out; its sound is kept.</source>
        <translation>略過錄製旁白的攝影機畫面，保留其聲音。</translation>
    </message>
    <message>
        <source>The change before {1}</source>
        <extracomment>{1}: name.lower()</extracomment>
        <translation>{1}之前的轉場</translation>
    </message>
    <message>
        <source>The change to {1} does not travel; choose the style push, wipe or cover first.</source>
        <extracomment>{1}: told(lecture, at)</extracomment>
        <translation>切換到{1}的轉場沒有方向；請先選擇推入、擦去或覆蓋樣式。</translation>
    </message>
    <message>
        <source>The comment “{1}” is too short to be words to speak.</source>
        <extracomment>{1}: text</extracomment>
        <translation>註解「{1}」太短，不像要朗讀的文字。</translation>
    </message>
    <message>
        <source>The comments beside a text are left out.</source>
        <translation>略過文字旁的註解。</translation>
    </message>
    <message>
        <source>The custom shows of the deck are damaged.</source>
        <translation>這份簡報的自訂放映已損壞。</translation>
    </message>
    <message>
        <source>The deck asks for Morph</source>
        <translation>簡報指定「轉化」轉場</translation>
    </message>
    <message>
        <source>The deck asks for a plain cut</source>
        <translation>簡報指定直接切換</translation>
    </message>
    <message>
        <source>The deck asks for {1}{2}</source>
        <extracomment>{1}: stored.kind[:1].upper(), {2}: stored.kind[1:]</extracomment>
        <translation>簡報指定「{1}{2}」轉場</translation>
    </message>
    <message>
        <source>The deck brings its own “{1}”, which is used.</source>
        <extracomment>{1}: font.family</extracomment>
        <translation>簡報內嵌了「{1}」字型，會直接使用。</translation>
    </message>
    <message>
        <source>The deck has the custom show {1}; the video has all slides unless it is chosen.</source>
        <extracomment>{1}: names</extracomment>
        <translation>這份簡報有自訂放映{1}；除非選用它，否則影片包含所有投影片。</translation>
    </message>
    <message>
        <source>The deck has the custom shows {1}; the video has all slides unless one of them is chosen.</source>
        <extracomment>{1}: names</extracomment>
        <translation>這份簡報有自訂放映{1}；除非選用其中之一，否則影片包含所有投影片。</translation>
    </message>
    <message>
        <source>The deck hides or shows this slide otherwise now; what you chose here is kept.</source>
        <translation>簡報現在以不同方式隱藏或顯示這張投影片；保留您在這裡的選擇。</translation>
    </message>
    <message>
        <source>The deck of this lecture</source>
        <translation>這門課程的簡報</translation>
    </message>
    <message>
        <source>The deck “{1}” inside the lecture cannot be read; open the lecture again.</source>
        <extracomment>{1}: deck.name</extracomment>
        <translation>無法讀取課程中的簡報「{1}」；請重新開啟課程。</translation>
    </message>
    <message>
        <source>The deck&apos;s advance time changed and is used.</source>
        <translation>簡報的換片時間已修改，並已採用。</translation>
    </message>
    <message>
        <source>The deck&apos;s advance time changed; the length chosen here is kept.</source>
        <translation>簡報的換片時間已修改；保留這裡選擇的長度。</translation>
    </message>
    <message>
        <source>The deck&apos;s change before {1}</source>
        <extracomment>{1}: name.lower()</extracomment>
        <translation>簡報在{1}之前的轉場</translation>
    </message>
    <message>
        <source>The deck&apos;s list of slides is damaged; all slides of the file come, in order of their numbers.</source>
        <translation>簡報的投影片清單已損壞；檔案中的所有投影片會依編號順序匯入。</translation>
    </message>
    <message>
        <source>The deck&apos;s own “{1}” cannot be given to LibreOffice on this system.</source>
        <extracomment>{1}: font.family</extracomment>
        <translation>在這個系統上，無法把簡報內嵌的「{1}」字型交給 LibreOffice 使用。</translation>
    </message>
    <message>
        <source>The deck&apos;s own “{1}” is damaged and is not used.</source>
        <extracomment>{1}: font.family</extracomment>
        <translation>簡報內嵌的「{1}」字型已損毀，因此不使用。</translation>
    </message>
    <message>
        <source>The deck&apos;s own “{1}” is not used: its licence does not allow it.</source>
        <extracomment>{1}: font.family</extracomment>
        <translation>不使用簡報內嵌的「{1}」字型：其授權不允許。</translation>
    </message>
    <message>
        <source>The deck&apos;s own “{1}” is too large to be unpacked and is not used.</source>
        <extracomment>{1}: font.family</extracomment>
        <translation>簡報內嵌的「{1}」字型太大，無法解開，因此不使用。</translation>
    </message>
    <message>
        <source>The deck&apos;s title is now “{1}”; the title given here is kept.</source>
        <extracomment>{1}: sides.theirs.title</extracomment>
        <translation>簡報中的標題現在是「{1}」；保留這裡取的標題。</translation>
    </message>
    <message>
        <source>The deck&apos;s transition changed and is used.</source>
        <translation>簡報的轉場已修改，並已採用。</translation>
    </message>
    <message>
        <source>The deck&apos;s transition changed; what you chose here holds.</source>
        <translation>簡報的轉場已修改；以您在這裡的選擇為準。</translation>
    </message>
    <message>
        <source>The disk is full: “{1}” could not be written; free some space and export again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>磁碟已滿，無法寫入「{1}」；請騰出空間再重新匯出。</translation>
    </message>
    <message>
        <source>The encoder “{1}” cannot be used: {2}; leave --encoder out, or choose {3}.</source>
        <extracomment>{1}: wanted, {2}: refused[0].why, {3}: SURE</extracomment>
        <translation>無法使用編碼器「{1}」：{2}；請省略 --encoder，或選擇 {3}。</translation>
    </message>
    <message>
        <source>The encoder “{1}” is not loaded: {2}.</source>
        <extracomment>{1}: folder.name, {2}: why</extracomment>
        <translation>未載入編碼器「{1}」：{2}。</translation>
    </message>
    <message>
        <source>The engine {1} gave {2}.</source>
        <extracomment>{1}: request[&apos;engine&apos;], {2}: reason</extracomment>
        <translation>引擎 {1} 傳回{2}。</translation>
    </message>
    <message>
        <source>The exact page of the old slide was taken out; add that of the new one.</source>
        <translation>已移除舊投影片的精確頁面；請加入新投影片的頁面。</translation>
    </message>
    <message>
        <source>The file is of another format and was converted to .pptx first.</source>
        <translation>檔案為其他格式，已先轉換為 .pptx。</translation>
    </message>
    <message>
        <source>The folder “{1}” cannot be opened ({2}).</source>
        <extracomment>{1}: path.name, {2}: reason</extracomment>
        <translation>無法開啟資料夾「{1}」（{2}）。</translation>
    </message>
    <message>
        <source>The folder “{1}” does not exist; make it or choose another.</source>
        <extracomment>{1}: out.parent</extracomment>
        <translation>資料夾「{1}」不存在；請建立它或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>The folder “{1}” holds no pictures; choose a folder of .png, .jpg or other pictures.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>資料夾「{1}」裡沒有圖片；請選擇裝有 .png、.jpg 或其他圖片的資料夾。</translation>
    </message>
    <message>
        <source>The formula “{1}” is left out.</source>
        <extracomment>{1}: text[:60]</extracomment>
        <translation>略過公式「{1}」。</translation>
    </message>
    <message>
        <source>The lecture cannot be used: {1}</source>
        <extracomment>{1}: wrong[0]</extracomment>
        <translation>無法使用這門課程：{1}</translation>
    </message>
    <message>
        <source>The lecture has no custom shows; make one in PowerPoint and import the deck again.</source>
        <translation>這門課程沒有自訂放映；請在 PowerPoint 中建立，再重新匯入簡報。</translation>
    </message>
    <message>
        <source>The lecture has {1} scenes; at most {2} can be used.</source>
        <extracomment>{1}: len(lecture.scenes), {2}: MOST_SCENES</extracomment>
        <translation>課程有 {1} 個場景，最多只能使用 {2} 個。</translation>
    </message>
    <message>
        <source>The lecture inside this file is damaged; open an older copy.</source>
        <translation>這個檔案中的課程已損毀，請開啟較舊的副本。</translation>
    </message>
    <message>
        <source>The lecture is called “{1}” now.</source>
        <extracomment>{1}: new.title</extracomment>
        <translation>課程現在名為「{1}」。</translation>
    </message>
    <message>
        <source>The macros of the deck are left out.</source>
        <translation>略過簡報的巨集。</translation>
    </message>
    <message>
        <source>The marks of who speaks ({1}) are not spoken.</source>
        <extracomment>{1}: names</extracomment>
        <translation>標示由誰說話的記號（{1}）不會唸出。</translation>
    </message>
    <message>
        <source>The model “{1}” cannot be loaded from its folder; install it anew.</source>
        <extracomment>{1}: model.name</extracomment>
        <translation>無法從資料夾載入模型「{1}」；請重新安裝。</translation>
    </message>
    <message>
        <source>The model “{1}” cannot be used: {2}.</source>
        <extracomment>{1}: model.name, {2}: families.verdict(model)</extracomment>
        <translation>無法使用模型「{1}」：{2}。</translation>
    </message>
    <message>
        <source>The model “{1}” is not loaded: {2}.</source>
        <extracomment>{1}: model.name, {2}: model.refusal</extracomment>
        <translation>未載入模型「{1}」：{2}。</translation>
    </message>
    <message>
        <source>The model “{1}” needs {2} GiB {3} and {4} GiB are free; close other programs or choose a smaller model.</source>
        <extracomment>{1}: model.name, {2}: lack[0], {3}: lack[2], {4}: lack[1]</extracomment>
        <translation>模型「{1}」需要 {2} GiB{3}，目前可用 {4} GiB；請關閉其他程式或選擇較小的模型。</translation>
    </message>
    <message>
        <source>The model “{1}” ran out of memory while it worked; close other programs, or choose a smaller model or another way of saving memory.</source>
        <extracomment>{1}: name</extracomment>
        <translation>模型「{1}」在執行中記憶體不足；請關閉其他程式，或選擇較小的模型或其他節省記憶體的方式。</translation>
    </message>
    <message>
        <source>The narration recorded in the deck changed; this scene was split here and keeps its part.</source>
        <translation>簡報中錄製的旁白已修改；這個場景在這裡分割過，保留原有的部分。</translation>
    </message>
    <message>
        <source>The narration recorded in the deck changed; you had taken it out here, and it stays out.</source>
        <translation>簡報中錄製的旁白已修改；您在這裡移除過它，因此不再加入。</translation>
    </message>
    <message>
        <source>The narration recorded in the deck changed; your own recording is kept.</source>
        <translation>簡報中錄製的旁白已修改；保留您自己的錄音。</translation>
    </message>
    <message>
        <source>The narration recorded in the deck is new and is used.</source>
        <translation>簡報中錄製的旁白是新的，並已採用。</translation>
    </message>
    <message>
        <source>The next section is called “{1}” too; choose another name or join the two.</source>
        <extracomment>{1}: name</extracomment>
        <translation>下一個章節也叫「{1}」；請改用其他名稱，或將兩者合併。</translation>
    </message>
    <message>
        <source>The next slide simply appears</source>
        <translation>下一張投影片直接出現</translation>
    </message>
    <message>
        <source>The next slide simply appears.</source>
        <translation>下一張投影片直接出現。</translation>
    </message>
    <message>
        <source>The notes are kept as the script ({1}).</source>
        <extracomment>{1}: size</extracomment>
        <translation>備忘稿保留為講稿（{1}）。</translation>
    </message>
    <message>
        <source>The notes are longer than {1} characters or have a paragraph of more than {2}; the rest is left out.</source>
        <extracomment>{1}: LONGEST_NOTES, {2}: LONGEST_PARAGRAPH</extracomment>
        <translation>備忘稿超過 {1} 個字元，或有段落超過 {2} 個字元；其餘部分已略過。</translation>
    </message>
    <message>
        <source>The notes of this slide are damaged or missing in the file.</source>
        <translation>這張投影片的備忘稿已損毀，或不在檔案中。</translation>
    </message>
    <message>
        <source>The notes of this slide are damaged.</source>
        <translation>這張投影片的備忘稿已損毀。</translation>
    </message>
    <message>
        <source>The notes were changed in the deck and here; both changes are kept.</source>
        <translation>備忘稿在簡報與這裡都修改過；兩邊的修改都保留。</translation>
    </message>
    <message>
        <source>The notes were changed in the deck; the new words are used.</source>
        <translation>備忘稿在簡報中修改過；採用新的文字。</translation>
    </message>
    <message>
        <source>The objects of some slides cannot be drawn one by one; the slides are whole.</source>
        <translation>部分投影片的物件無法個別繪製；投影片保持完整。</translation>
    </message>
    <message>
        <source>The objects of this slide cannot be read.</source>
        <translation>無法讀取這張投影片的物件。</translation>
    </message>
    <message>
        <source>The one object beside the text is on both slides and moves</source>
        <translation>文字之外唯一的物件在兩張投影片上都有，並且移動</translation>
    </message>
    <message>
        <source>The order was changed in the deck and here; the order here is kept.</source>
        <translation>順序在簡報與這裡都修改過；保留這裡的順序。</translation>
    </message>
    <message>
        <source>The outline became {1} with {2}.</source>
        <extracomment>{1}: counted(len(scenes), &apos;card&apos;), {2}: counted(points, &apos;point&apos;)</extracomment>
        <translation>大綱轉為 {1}，共 {2}。</translation>
    </message>
    <message>
        <source>The page is damaged or has no size and is left out.</source>
        <translation>這一頁已損壞或沒有大小，未納入。</translation>
    </message>
    <message>
        <source>The pages are two slides wide, perhaps with notes beside them, which would be seen in the video; make the PDF without notes.</source>
        <translation>各頁有兩張投影片那麼寬，旁邊可能是備忘稿，會出現在影片裡；請產生不含備忘稿的 PDF。</translation>
    </message>
    <message>
        <source>The pages have {1} sizes; each is shown whole, with an edge where needed.</source>
        <extracomment>{1}: len(sizes)</extracomment>
        <translation>各頁共有 {1} 種大小；每一頁都完整顯示，需要時留邊。</translation>
    </message>
    <message>
        <source>The pages of “{1}” have another shape than the slides, as handouts and notes have; in PowerPoint choose Save As, PDF, Options and there “Slides”.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」的頁面形狀與投影片不同，像是講義或備忘稿；請在 PowerPoint 選「另存新檔」、PDF、「選項」，並選取「投影片」。</translation>
    </message>
    <message>
        <source>The picture in the place of the slide is kept; it shows the old slide.</source>
        <translation>保留取代投影片的圖片；它顯示的是舊投影片。</translation>
    </message>
    <message>
        <source>The picture stays sharp while it turns into the next.</source>
        <translation>圖片變成下一張時保持清晰。</translation>
    </message>
    <message>
        <source>The picture “{1}” is left out</source>
        <extracomment>{1}: named</extracomment>
        <translation>略過圖片「{1}」</translation>
    </message>
    <message>
        <source>The pictures in “{1}” are of a kind that cannot be read here (“{2}”); save them as .jpg and try again.</source>
        <extracomment>{1}: path.name, {2}: folder.photographs[0]</extracomment>
        <translation>「{1}」裡的圖片是這裡讀不了的格式（「{2}」）；請存成 .jpg 後再試一次。</translation>
    </message>
    <message>
        <source>The program made a mistake ({1}); your lecture is safe. Please report it.</source>
        <extracomment>{1}: type(error).__name__</extracomment>
        <translation>程式發生錯誤（{1}）；您的課程安全無虞。請回報這個問題。</translation>
    </message>
    <message>
        <source>The recorded narration is no longer in the deck; a voice speaks the words.</source>
        <translation>簡報中已沒有錄製的旁白；由語音朗讀文字。</translation>
    </message>
    <message>
        <source>The recorded narration is trimmed to nothing; the whole recording is used.</source>
        <translation>錄製的旁白被剪到沒有內容，改用整段錄音。</translation>
    </message>
    <message>
        <source>The recorded narration of this slide cannot be played; record it again.</source>
        <translation>這張投影片的錄製旁白無法播放，請重新錄製。</translation>
    </message>
    <message>
        <source>The recorded narration of this slide is damaged; record it again or use a voice.</source>
        <translation>這張投影片的錄製旁白已損毀，請重新錄製或使用語音。</translation>
    </message>
    <message>
        <source>The recorded narration of this slide {1}; record it again or use a voice.</source>
        <extracomment>{1}: reason</extracomment>
        <translation>這張投影片的錄製旁白{1}；請重新錄製或使用語音。</translation>
    </message>
    <message>
        <source>The recorded narration{1} is kept as the voice of this slide{2}.</source>
        <extracomment>{1}: seconds, {2}: cut</extracomment>
        <translation>錄製的旁白{1}保留為這張投影片的聲音{2}。</translation>
    </message>
    <message>
        <source>The recording is older than the slide or its words; record it again or mark it as checked.</source>
        <translation>錄音比投影片或其文字舊；請重新錄製，或標示為已確認。</translation>
    </message>
    <message>
        <source>The recording of this scene is still being read; try again in a moment.</source>
        <translation>仍在讀取這個場景的錄音，請稍候再試。</translation>
    </message>
    <message>
        <source>The recording “{1}” cannot be read; record it again or choose another file.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>無法讀取錄音「{1}」，請重新錄製或選擇其他檔案。</translation>
    </message>
    <message>
        <source>The recording “{1}” holds no sound; record it again or choose another file.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>錄音「{1}」沒有聲音，請重新錄製或選擇其他檔案。</translation>
    </message>
    <message>
        <source>The recording “{1}” of {2} has not been listened to yet; wait until its sentences are found, then split it.</source>
        <extracomment>{1}: recording.audio.name, {2}: name</extracomment>
        <translation>{2}的錄音「{1}」尚未分析完成；請等找出各句之後再分割。</translation>
    </message>
    <message>
        <source>The review comments of this slide are damaged.</source>
        <translation>這張投影片的審閱註解已損壞。</translation>
    </message>
    <message>
        <source>The same design, but only {1} % of the picture is shared: all of it fades</source>
        <extracomment>{1}: _percent(shared)</extracomment>
        <translation>版面設計相同，但畫面只有 {1} % 共有：全部淡化</translation>
    </message>
    <message>
        <source>The same design: what both slides share stays, the rest fades</source>
        <translation>版面設計相同：兩張投影片共有的部分保留，其餘淡化</translation>
    </message>
    <message>
        <source>The same design: {1} % of the picture is shared and stays, the rest fades</source>
        <extracomment>{1}: _percent(shared)</extracomment>
        <translation>版面設計相同：畫面有 {1} % 共有並保留，其餘淡化</translation>
    </message>
    <message>
        <source>The same words were changed in the deck and here; those written here are kept.</source>
        <translation>同一段文字在簡報與這裡都修改過；保留這裡寫的文字。</translation>
    </message>
    <message>
        <source>The script of {1} asks for drawing with “(arrive: draw)”; take that out of the script to let new things fade in.</source>
        <extracomment>{1}: told(lecture, at)</extracomment>
        <translation>{1} 的講稿以「(arrive: draw)」要求手繪；若要讓新物件淡入，請從講稿中移除。</translation>
    </message>
    <message>
        <source>The script of {1} asks for its change with “(transition: …)”; take that out of the script to use the suggestion.</source>
        <extracomment>{1}: told(lecture, at)</extracomment>
        <translation>{1}的講稿以「(transition: …)」指定了轉場；若要採用建議，請從講稿中移除它。</translation>
    </message>
    <message>
        <source>The script of {1} has no paragraph {2}; choose another.</source>
        <extracomment>{1}: told(lecture, at), {2}: paragraph + 1</extracomment>
        <translation>{1}的講稿沒有第 {2} 段，請選擇其他段落。</translation>
    </message>
    <message>
        <source>The section before is called “{1}” too; choose another name or join the two.</source>
        <extracomment>{1}: name</extracomment>
        <translation>前一個章節也叫「{1}」；請改用其他名稱，或將兩者合併。</translation>
    </message>
    <message>
        <source>The section “{1}” already begins at {2}; rename it.</source>
        <extracomment>{1}: lecture.scenes[at].section, {2}: told(lecture, at)</extracomment>
        <translation>章節「{1}」已從{2}開始，請將它重新命名。</translation>
    </message>
    <message>
        <source>The slide has lost its layout and takes the deck&apos;s first one.</source>
        <translation>此投影片遺失版面配置，改用簡報的第一個版面配置。</translation>
    </message>
    <message>
        <source>The slide has more than {1} objects; the others are drawn but not kept.</source>
        <extracomment>{1}: MOST_OBJECTS</extracomment>
        <translation>投影片有超過 {1} 個物件；其餘物件會畫出，但不會保留。</translation>
    </message>
    <message>
        <source>The slide has {1} recorded narrations; the first is used.</source>
        <extracomment>{1}: len(recordings)</extracomment>
        <translation>投影片有 {1} 段錄製旁白，採用第一段。</translation>
    </message>
    <message>
        <source>The slide is damaged in the file and comes as an empty one.</source>
        <translation>檔案中的這張投影片已損毀，以空白投影片代替。</translation>
    </message>
    <message>
        <source>The slide is damaged; only its picture is kept.</source>
        <translation>投影片已損毀，只保留其畫面。</translation>
    </message>
    <message>
        <source>The slide is hidden in the deck now.</source>
        <translation>投影片現在在簡報中已隱藏。</translation>
    </message>
    <message>
        <source>The slide is hidden; it is kept in the lecture and left out of the video.</source>
        <translation>投影片已隱藏；保留在課程中，但不會出現在影片裡。</translation>
    </message>
    <message>
        <source>The slide is new in the deck.</source>
        <translation>這是簡報中新增的投影片。</translation>
    </message>
    <message>
        <source>The slide is no longer in the deck and was taken out.</source>
        <translation>投影片已不在簡報中，因此移除。</translation>
    </message>
    <message>
        <source>The slide is no longer in the deck; what was written or recorded here is kept, and the scene is hidden.</source>
        <translation>投影片已不在簡報中；在這裡寫下或錄製的內容都保留，場景則隱藏。</translation>
    </message>
    <message>
        <source>The slide is shown as in “{1}”, where it is page {2}.</source>
        <extracomment>{1}: name, {2}: each.page + 1</extracomment>
        <translation>投影片照「{1}」顯示，在其中是第 {2} 頁。</translation>
    </message>
    <message>
        <source>The slide is shown as in “{1}”.</source>
        <extracomment>{1}: name</extracomment>
        <translation>投影片照「{1}」顯示。</translation>
    </message>
    <message>
        <source>The slide is shown in the deck again.</source>
        <translation>投影片在簡報中重新顯示。</translation>
    </message>
    <message>
        <source>The slide stands at another place in the deck now, and here.</source>
        <translation>投影片在簡報中換了位置，這裡也隨之移動。</translation>
    </message>
    <message>
        <source>The slide stands in the section “{1}” now.</source>
        <extracomment>{1}: scene.section</extracomment>
        <translation>投影片現在位於章節「{1}」。</translation>
    </message>
    <message>
        <source>The slide was changed in the deck; it was taken out here and stays out.</source>
        <translation>投影片在簡報中修改過；它在這裡已移除，因此不再加入。</translation>
    </message>
    <message>
        <source>The slide was changed in the deck; the new one is shown.</source>
        <translation>投影片在簡報中修改過；顯示新的投影片。</translation>
    </message>
    <message>
        <source>The slides are {1} by {2} points; each side must have 1 to {3} points, and none more than {4} times the other.</source>
        <extracomment>{1}: lecture.width, {2}: lecture.height, {3}: LARGEST_SIDE, {4}: STEEPEST</extracomment>
        <translation>投影片大小為 {1} × {2} 點；每邊須為 1 到 {3} 點，且任一邊不得超過另一邊的 {4} 倍。</translation>
    </message>
    <message>
        <source>The slides have another shape now.</source>
        <translation>投影片的長寬比例已改變。</translation>
    </message>
    <message>
        <source>The sound effects of the animations are left out.</source>
        <translation>略過動畫的音效。</translation>
    </message>
    <message>
        <source>The sound of the transition is left out.</source>
        <translation>略過轉場的聲音。</translation>
    </message>
    <message>
        <source>The sounds and videos of this slide are damaged.</source>
        <translation>這張投影片的聲音與影片已損毀。</translation>
    </message>
    <message>
        <source>The step “{1}” failed ({2}); see the details.</source>
        <extracomment>{1}: what, {2}: type(error).__name__</extracomment>
        <translation>步驟「{1}」失敗（{2}），請查看詳細資料。</translation>
    </message>
    <message>
        <source>The stored advance time ({1} s) is kept as the shortest length.</source>
        <extracomment>{1}: float(least)</extracomment>
        <translation>簡報儲存的換頁時間（{1} 秒）保留為最短長度。</translation>
    </message>
    <message>
        <source>The stored advance time is left out because the deck says not to use its timings.</source>
        <translation>略過簡報儲存的換頁時間，因為簡報設定為不使用預存時間。</translation>
    </message>
    <message>
        <source>The system&apos;s own voices cannot be opened.</source>
        <translation>無法開啟系統內建的語音。</translation>
    </message>
    <message>
        <source>The table of contents is left out.</source>
        <translation>略過目錄。</translation>
    </message>
    <message>
        <source>The text of a text box is left out.</source>
        <translation>略過一個文字方塊的文字。</translation>
    </message>
    <message>
        <source>The title is now “{1}”.</source>
        <extracomment>{1}: scene.title</extracomment>
        <translation>標題現在是「{1}」。</translation>
    </message>
    <message>
        <source>The unsaved changes of “{1}” are damaged; open the saved file.</source>
        <extracomment>{1}: journal.title</extracomment>
        <translation>「{1}」尚未儲存的變更已損毀，請開啟已儲存的檔案。</translation>
    </message>
    <message>
        <source>The unsaved changes of “{1}” are from a newer Lecture Studio; update the program.</source>
        <extracomment>{1}: journal.title</extracomment>
        <translation>「{1}」尚未儲存的變更來自較新版的 Lecture Studio，請更新程式。</translation>
    </message>
    <message>
        <source>The unsaved changes of “{1}” cannot be read; open the saved file.</source>
        <extracomment>{1}: journal.title</extracomment>
        <translation>無法讀取「{1}」尚未儲存的變更，請開啟已儲存的檔案。</translation>
    </message>
    <message>
        <source>The video will be an MP4 file; give it a name that ends in .mp4, not “{1}”.</source>
        <extracomment>{1}: out.name</extracomment>
        <translation>影片將存為 MP4 檔；請使用以 .mp4 結尾的名稱，而非「{1}」。</translation>
    </message>
    <message>
        <source>The video would last {1} hours; split the lecture into parts of a day at most.</source>
        <extracomment>{1}: hours</extracomment>
        <translation>影片將長達 {1} 小時；請將課程分成最多一天長的幾個部分。</translation>
    </message>
    <message>
        <source>The voice “{1}” cannot read “{2}”; “{3}” reads it instead.</source>
        <extracomment>{1}: voice.name, {2}: language, {3}: by_language.voice.name</extracomment>
        <translation>語音「{1}」無法朗讀「{2}」，改由「{3}」朗讀。</translation>
    </message>
    <message>
        <source>The voice “{1}” could not speak “{2}”; choose another voice or change the sentence.</source>
        <extracomment>{1}: request[&apos;voice&apos;], {2}: shown</extracomment>
        <translation>語音「{1}」無法說出「{2}」；請選擇其他語音或修改句子。</translation>
    </message>
    <message>
        <source>The whole picture changes smoothly</source>
        <translation>整個畫面平順地轉換</translation>
    </message>
    <message>
        <source>The words beside the picture stay untouched.</source>
        <translation>圖片旁的文字保持不變。</translation>
    </message>
    <message>
        <source>The words of {1} and {2} are set to different languages; give the scenes one language first.</source>
        <extracomment>{1}: told(lecture, chosen[0]), {2}: told(lecture, chosen[-1])</extracomment>
        <translation>{1}與{2}的文字設為不同語言；請先將場景設為同一種語言。</translation>
    </message>
    <message>
        <source>The {1} worker stopped unexpectedly; try again.</source>
        <extracomment>{1}: self.name</extracomment>
        <translation>背景程式 {1} 意外停止，請再試一次。</translation>
    </message>
    <message>
        <source>The {1} worker took longer than {2} seconds and was stopped; try again.</source>
        <extracomment>{1}: self.name, {2}: limit</extracomment>
        <translation>背景程式 {1} 執行超過 {2} 秒，已停止；請再試一次。</translation>
    </message>
    <message>
        <source>The {1} “{2}” is kept in the lecture; the finished video {3}.</source>
        <extracomment>{1}: kind, {2}: name, {3}: instead</extracomment>
        <translation>{1}「{2}」保留在課程中；完成的影片{3}。</translation>
    </message>
    <message>
        <source>The {1} “{2}” is linked to a file outside the deck, which was not opened.</source>
        <extracomment>{1}: kind, {2}: name</extracomment>
        <translation>{1}「{2}」連結到簡報以外的檔案，並未開啟。</translation>
    </message>
    <message>
        <source>The {1} “{2}” is missing in the file.</source>
        <extracomment>{1}: kind, {2}: name</extracomment>
        <translation>{1}「{2}」不在檔案中。</translation>
    </message>
    <message>
        <source>The “{1}” transition becomes {2}.</source>
        <extracomment>{1}: stored.kind, {2}: becomes</extracomment>
        <translation>「{1}」轉場改為{2}。</translation>
    </message>
    <message>
        <source>The “{1}” transition is kept.</source>
        <extracomment>{1}: stored.kind</extracomment>
        <translation>保留「{1}」轉場。</translation>
    </message>
    <message>
        <source>There is already a pronunciation rule for “{1}”; change that one.</source>
        <extracomment>{1}: new.written</extracomment>
        <translation>「{1}」已有發音規則，請修改該規則。</translation>
    </message>
    <message>
        <source>There is no change in front of the first scene; choose a later one.</source>
        <translation>第一個場景之前沒有轉場，請選擇後面的場景。</translation>
    </message>
    <message>
        <source>There is no custom show “{1}”; the deck has {2}.</source>
        <extracomment>{1}: name, {2}: names</extracomment>
        <translation>沒有自訂放映「{1}」；這份簡報有{2}。</translation>
    </message>
    <message>
        <source>There is no deck “{1}” inside the lecture; name one of those it was made from.</source>
        <extracomment>{1}: name</extracomment>
        <translation>課程中沒有簡報「{1}」；請指定製作課程所用的簡報。</translation>
    </message>
    <message>
        <source>There is no encoder “{1}”; choose one of: {2}.</source>
        <extracomment>{1}: name, {2}: &apos;, &apos;.join(NAMES)</extracomment>
        <translation>沒有編碼器「{1}」；請從下列選擇：{2}。</translation>
    </message>
    <message>
        <source>There is no file “{1}”; check the name.</source>
        <extracomment>{1}: source</extracomment>
        <translation>找不到檔案「{1}」，請確認名稱。</translation>
    </message>
    <message>
        <source>There is no file “{1}”; check where it is and choose it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>找不到檔案「{1}」；請確認位置後重新選擇。</translation>
    </message>
    <message>
        <source>There is no place {1} in a lecture of {2} scenes; choose another.</source>
        <extracomment>{1}: at + 1, {2}: len(lecture.scenes)</extracomment>
        <translation>課程只有 {2} 個場景，沒有第 {1} 個位置；請選擇其他位置。</translation>
    </message>
    <message>
        <source>There is no profile “{1}”; choose one of: {2}.</source>
        <extracomment>{1}: name, {2}: &apos;, &apos;.join(names())</extracomment>
        <translation>沒有名為「{1}」的輸出規格；請從下列選擇：{2}。</translation>
    </message>
    <message>
        <source>There is no section before the first one; choose a later section to join.</source>
        <translation>第一個章節之前沒有章節，請選擇後面的章節來合併。</translation>
    </message>
    <message>
        <source>There is no such object at the change to {1}; choose another.</source>
        <extracomment>{1}: told(lecture, at)</extracomment>
        <translation>{1} 的轉場沒有這個物件；請選擇其他物件。</translation>
    </message>
    <message>
        <source>There is no voice called “{1}”; “{2}” speaks instead.</source>
        <extracomment>{1}: wanted, {2}: by_language.voice.name</extracomment>
        <translation>沒有名為「{1}」的語音，改由「{2}」朗讀。</translation>
    </message>
    <message>
        <source>There is no voice engine called “{1}”; choose another voice.</source>
        <extracomment>{1}: name</extracomment>
        <translation>沒有名為「{1}」的語音引擎，請選擇其他語音。</translation>
    </message>
    <message>
        <source>There is nothing to show: every slide is hidden or left out; show at least one slide.</source>
        <translation>沒有可顯示的內容：所有投影片都已隱藏或略過；請至少顯示一張投影片。</translation>
    </message>
    <message>
        <source>There was not enough memory for the model on the graphics card; choose to keep it in the system&apos;s memory, or a smaller model.</source>
        <translation>顯示卡的記憶體不足以執行模型；請選擇放在系統記憶體，或使用較小的模型。</translation>
    </message>
    <message>
        <source>There was not enough memory for this step; close other programs and try again.</source>
        <translation>記憶體不足，無法執行這個步驟；請關閉其他程式再試一次。</translation>
    </message>
    <message>
        <source>There was not enough memory to load the model “{1}”; close other programs or choose a smaller model.</source>
        <extracomment>{1}: model.name</extracomment>
        <translation>記憶體不足，無法載入模型「{1}」；請關閉其他程式或選擇較小的模型。</translation>
    </message>
    <message>
        <source>This could not be found out; see the details.</source>
        <translation>無法得知結果，請查看詳細資料。</translation>
    </message>
    <message>
        <source>This lecture can only be read here; save it under another name to change it.</source>
        <translation>這門課程在這裡只能讀取；若要修改，請以其他名稱儲存。</translation>
    </message>
    <message>
        <source>This lecture was not made from a PowerPoint deck; there is nothing to update.</source>
        <translation>這門課程不是由 PowerPoint 簡報製作的，沒有可更新的內容。</translation>
    </message>
    <message>
        <source>This presentation is damaged or has a password; open it in LibreOffice and save it again without.</source>
        <translation>這份簡報已損毀或設有密碼；請在 LibreOffice 中開啟，移除密碼後重新儲存。</translation>
    </message>
    <message>
        <source>This pronunciation rule is no longer there; choose one of those that are.</source>
        <translation>這條發音規則已不存在，請選擇現有的規則。</translation>
    </message>
    <message>
        <source>This scene is a picture itself; there is no slide behind it to go back to.</source>
        <translation>這個場景本身就是圖片；背後沒有可以改回的投影片。</translation>
    </message>
    <message>
        <source>This scene is no longer in the lecture; choose one of those that are.</source>
        <translation>這個場景已不在課程中，請選擇現有的場景。</translation>
    </message>
    <message>
        <source>This slide opens a section</source>
        <translation>這張投影片開始一個章節</translation>
    </message>
    <message>
        <source>This system brings no voices of its own; the built-in voice speaks.</source>
        <translation>這個系統沒有自己的語音，改用內建語音。</translation>
    </message>
    <message>
        <source>This took too long and was stopped; try again.</source>
        <translation>花費時間過長，已停止；請再試一次。</translation>
    </message>
    <message>
        <source>This window cannot make videos.</source>
        <translation>這個視窗無法製作影片。</translation>
    </message>
    <message>
        <source>Two large pictures of one subject: Reshape can turn one into the other</source>
        <translation>同一主題的兩張大圖：「圖片漸變」可讓一張變成另一張</translation>
    </message>
    <message>
        <source>Two recordings cannot become one: {1}; remove one of them first.</source>
        <extracomment>{1}: told_all</extracomment>
        <translation>兩段錄音無法合而為一：{1}；請先移除其中一段。</translation>
    </message>
    <message>
        <source>Two scenes have the same id.</source>
        <translation>有兩個場景使用相同的識別碼。</translation>
    </message>
    <message>
        <source>Ultra HD, large files</source>
        <translation>Ultra HD，檔案較大</translation>
    </message>
    <message>
        <source>Watching the video</source>
        <translation>正在檢視影片</translation>
    </message>
    <message>
        <source>What both slides share stays still.</source>
        <translation>兩張投影片共有的部分保持不動。</translation>
    </message>
    <message>
        <source>What is cut off the end of {1}</source>
        <extracomment>{1}: name.lower()</extracomment>
        <translation>{1}結尾剪去的長度</translation>
    </message>
    <message>
        <source>What is cut off the start of {1}</source>
        <extracomment>{1}: name.lower()</extracomment>
        <translation>{1}開頭剪去的長度</translation>
    </message>
    <message>
        <source>What is the same stays; the rest fades</source>
        <translation>相同之處保留，其餘淡化</translation>
    </message>
    <message>
        <source>What the model made begins and ends with the slides’ own pictures.</source>
        <translation>模型產生的畫面以投影片原有的圖片開始與結束。</translation>
    </message>
    <message>
        <source>Who commented is damaged.</source>
        <translation>註解的作者資料已損壞。</translation>
    </message>
    <message>
        <source>Whole slide</source>
        <translation>整頁轉場</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>擦去</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Word 文件</translation>
    </message>
    <message>
        <source>Words in the script look private and are not spoken.</source>
        <translation>講稿裡有些話看起來是私人的，不會唸出來。</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>正在寫入檔案</translation>
    </message>
    <message>
        <source>You chose it for every cut</source>
        <translation>您為所有轉場選擇了它</translation>
    </message>
    <message>
        <source>You chose it for this cut</source>
        <translation>您為這個轉場選擇了它</translation>
    </message>
    <message>
        <source>You wrote what shall happen: AI motion can show it</source>
        <translation>您寫了要發生的事：「AI 動態」可以呈現</translation>
    </message>
    <message>
        <source>YouTube and most players, Full HD</source>
        <translation>YouTube 與大多數播放器，Full HD</translation>
    </message>
    <message>
        <source>Your changes cannot be kept safe in “{1}” ({2}); save the lecture now and make room there.</source>
        <extracomment>{1}: self.path.parent, {2}: error.strerror</extracomment>
        <translation>無法將您的變更安全存放在「{1}」（{2}）；請立即儲存課程，並在該處騰出空間。</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>7z 壓縮檔</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 壓縮檔</translation>
    </message>
    <message>
        <source>a cover</source>
        <translation>覆蓋</translation>
    </message>
    <message>
        <source>a decoder complains about its pictures ({1})</source>
        <extracomment>{1}: _last(said)</extracomment>
        <translation>解碼器對它的畫面提出警告（{1}）</translation>
    </message>
    <message>
        <source>a dip through black</source>
        <translation>黑場淡化</translation>
    </message>
    <message>
        <source>a directory of {1} bytes</source>
        <extracomment>{1}: size</extracomment>
        <translation>{1} 位元組的目錄</translation>
    </message>
    <message>
        <source>a dissolve</source>
        <translation>交叉淡化</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 壓縮檔</translation>
    </message>
    <message>
        <source>a picture (GIF)</source>
        <translation>圖片（GIF）</translation>
    </message>
    <message>
        <source>a picture (JPEG)</source>
        <translation>圖片（JPEG）</translation>
    </message>
    <message>
        <source>a picture (PNG)</source>
        <translation>圖片（PNG）</translation>
    </message>
    <message>
        <source>a picture that the model was to change is not on its slide</source>
        <translation>模型要改變的圖片不在投影片上</translation>
    </message>
    <message>
        <source>a push</source>
        <translation>推入</translation>
    </message>
    <message>
        <source>a still does not stay as it is while it is held</source>
        <translation>靜止畫面在停留期間會改變</translation>
    </message>
    <message>
        <source>a text (RTF)</source>
        <translation>文字檔（RTF）</translation>
    </message>
    <message>
        <source>a wipe</source>
        <translation>擦去</translation>
    </message>
    <message>
        <source>an AMD graphics card that can encode, and its driver</source>
        <translation>可編碼的 AMD 顯示卡及其驅動程式</translation>
    </message>
    <message>
        <source>an AMD graphics card that can encode, and its driver ({1})</source>
        <translation>可編碼的 AMD 顯示卡及其驅動程式（{1}）</translation>
    </message>
    <message>
        <source>an Intel graphics processor with Quick Sync Video, and its driver</source>
        <translation>具備 Quick Sync Video 的 Intel 圖形處理器及其驅動程式</translation>
    </message>
    <message>
        <source>an Intel graphics processor with Quick Sync Video, and its driver ({1})</source>
        <translation>具備 Quick Sync Video 的 Intel 圖形處理器及其驅動程式（{1}）</translation>
    </message>
    <message>
        <source>an NVIDIA graphics card that can encode, and its driver</source>
        <translation>可編碼的 NVIDIA 顯示卡及其驅動程式</translation>
    </message>
    <message>
        <source>an NVIDIA graphics card that can encode, and its driver ({1})</source>
        <translation>可編碼的 NVIDIA 顯示卡及其驅動程式（{1}）</translation>
    </message>
    <message>
        <source>an empty or silent sound</source>
        <translation>空白或無聲的聲音</translation>
    </message>
    <message>
        <source>an object is seen {1} times at once</source>
        <extracomment>{1}: scores.copies</extracomment>
        <translation>有物件同時出現 {1} 次</translation>
    </message>
    <message>
        <source>an object of both slides vanishes on the way ({1})</source>
        <extracomment>{1}: times</extracomment>
        <translation>兩張投影片共有的物件在途中消失（{1}）</translation>
    </message>
    <message>
        <source>another process has its lock</source>
        <translation>另一個程式正在使用它</translation>
    </message>
    <message>
        <source>asked {1}, delivered {2}: {3}</source>
        <extracomment>{1}: requested, {2}: delivered, {3}: reasons[0]</extracomment>
        <translation>要求 {1}，實際 {2}：{3}</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>can&apos;t allocate memory</source>
        <translation>無法配置記憶體</translation>
    </message>
    <message>
        <source>cannot be opened ({1}).</source>
        <extracomment>{1}: error.strerror or &apos;unknown reason&apos;</extracomment>
        <translation>無法開啟（{1}）。</translation>
    </message>
    <message>
        <source>card apart</source>
        <translation>拆解卡片</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>coded pictures</source>
        <translation>編碼後的畫面</translation>
    </message>
    <message>
        <source>coded sound</source>
        <translation>編碼後的聲音</translation>
    </message>
    <message>
        <source>composes the changes of slides that it codes itself, and runs models</source>
        <translation>合成由它自己編碼的投影片轉場，並執行模型</translation>
    </message>
    <message>
        <source>composes the changes of slides: most frames repeat the one before, so a GPU would mostly wait</source>
        <translation>合成投影片的轉場：大多數影格與前一格相同，GPU 多半只能等待</translation>
    </message>
    <message>
        <source>creation id</source>
        <translation>建立識別碼</translation>
    </message>
    <message>
        <source>diagram</source>
        <translation>圖形</translation>
    </message>
    <message>
        <source>document types are not read</source>
        <translation>不讀取文件類型宣告</translation>
    </message>
    <message>
        <source>does not play it</source>
        <translation>不會播放它</translation>
    </message>
    <message>
        <source>embedded object</source>
        <translation>內嵌物件</translation>
    </message>
    <message>
        <source>fades only: nothing may move</source>
        <translation>僅淡化：不允許移動</translation>
    </message>
    <message>
        <source>files of other kinds</source>
        <translation>其他類型的檔案</translation>
    </message>
    <message>
        <source>files without an ending</source>
        <translation>沒有副檔名的檔案</translation>
    </message>
    <message>
        <source>frame {1} is outside 0..{2}</source>
        <extracomment>{1}: frame, {2}: self.length</extracomment>
        <translation>影格 {1} 不在 0..{2} 的範圍內</translation>
    </message>
    <message>
        <source>frames of models</source>
        <translation>模型影格</translation>
    </message>
    <message>
        <source>half-way the picture keeps only {1} of its edges</source>
        <extracomment>{1}: scores.sharpness</extracomment>
        <translation>途中圖片只保留 {1} 的邊緣</translation>
    </message>
    <message>
        <source>has {1} x {2} pixels, a shape that no slide can have.</source>
        <extracomment>{1}: facts.width, {2}: facts.height</extracomment>
        <translation>有 {1} x {2} 像素，投影片不能是這種形狀。</translation>
    </message>
    <message>
        <source>has {1} x {2} pixels, more than can be drawn; save it smaller.</source>
        <extracomment>{1}: large[0], {2}: large[1]</extracomment>
        <translation>有 {1} x {2} 像素，大到畫不出來；請縮小後再存。</translation>
    </message>
    <message>
        <source>hidden slide</source>
        <translation>隱藏的投影片</translation>
    </message>
    <message>
        <source>ink drawing</source>
        <translation>筆跡</translation>
    </message>
    <message>
        <source>invents motion (level 5)</source>
        <translation>產生動態（等級 5）</translation>
    </message>
    <message>
        <source>is damaged or no picture of its kind; open it, save it as .png and try again.</source>
        <translation>已損壞，或不是這種圖片；請開啟它，存成 .png 後再試一次。</translation>
    </message>
    <message>
        <source>is larger than {1} MB; save it smaller.</source>
        <extracomment>{1}: _LARGEST_FILE &gt;&gt; 20</extracomment>
        <translation>超過 {1} MB；請縮小後再存。</translation>
    </message>
    <message>
        <source>is linked to a file outside the deck, which was not opened</source>
        <translation>連結到簡報以外的檔案，並未開啟</translation>
    </message>
    <message>
        <source>is missing in the file</source>
        <translation>不在檔案中</translation>
    </message>
    <message>
        <source>it asks for a pipeline of its own, and such programs are never run</source>
        <translation>它要求執行自帶的流程程式，這類程式一律不執行</translation>
    </message>
    <message>
        <source>it brings a program of its own (“{1}”), and such are never run</source>
        <extracomment>{1}: name</extracomment>
        <translation>它附帶自己的程式（「{1}」），這類程式一律不執行</translation>
    </message>
    <message>
        <source>it cannot be started</source>
        <translation>無法啟動</translation>
    </message>
    <message>
        <source>it describes stills and changes differently, so they cannot stand in one file</source>
        <translation>它對靜止畫面與轉場的描述不同，無法放在同一個檔案中</translation>
    </message>
    <message>
        <source>it draws from words alone and takes no picture</source>
        <translation>它只根據文字作畫，不接受圖片</translation>
    </message>
    <message>
        <source>it failed while it was tried ({1})</source>
        <extracomment>{1}: error</extracomment>
        <translation>試用時失敗（{1}）</translation>
    </message>
    <message>
        <source>it has more than {1} objects</source>
        <extracomment>{1}: MOST_OBJECTS</extracomment>
        <translation>物件超過 {1} 個</translation>
    </message>
    <message>
        <source>it holds more than {1} files</source>
        <extracomment>{1}: _MOST_FILES</extracomment>
        <translation>檔案超過 {1} 個</translation>
    </message>
    <message>
        <source>it holds no safetensors</source>
        <translation>其中沒有 safetensors 檔案</translation>
    </message>
    <message>
        <source>it holds no safetensors{1}</source>
        <extracomment>{1}: told</extracomment>
        <translation>其中沒有 safetensors 檔{1}</translation>
    </message>
    <message>
        <source>it is a Wan2.2-TI2V-5B, which ignores the last picture without a word</source>
        <translation>這是 Wan2.2-TI2V-5B，會默默忽略最後一張圖片</translation>
    </message>
    <message>
        <source>it is shorter than two frames, so the slide simply appears</source>
        <translation>它短於兩個影格，因此投影片直接出現</translation>
    </message>
    <message>
        <source>it leaves pictures out</source>
        <translation>它會漏掉畫面</translation>
    </message>
    <message>
        <source>it makes single pictures, and no motion</source>
        <translation>它只產生單張圖片，不產生動態</translation>
    </message>
    <message>
        <source>it makes videos, whose latents are no path between two pictures</source>
        <translation>它產生影片，其潛在空間不是兩張圖片之間的路徑</translation>
    </message>
    <message>
        <source>it needs {1}</source>
        <extracomment>{1}: by.needs</extracomment>
        <translation>需要{1}</translation>
    </message>
    <message>
        <source>it needs {1} GiB {2} and this machine has {3} GiB</source>
        <extracomment>{1}: lack[0], {2}: lack[2], {3}: lack[1]</extracomment>
        <translation>需要 {1} GiB{2}，本機有 {3} GiB</translation>
    </message>
    <message>
        <source>its ControlNet was trained with drawn lines and takes no pictures</source>
        <translation>它的 ControlNet 以線稿訓練，不接受圖片</translation>
    </message>
    <message>
        <source>its objects are too large to be kept one by one</source>
        <translation>物件太大，無法個別保存</translation>
    </message>
    <message>
        <source>its objects could not be drawn one by one</source>
        <translation>物件無法個別繪製</translation>
    </message>
    <message>
        <source>its objects overlap in a way that cannot be taken apart</source>
        <translation>物件重疊，無法拆解</translation>
    </message>
    <message>
        <source>its part “{1}” is a {2} of “{3}”, and programs of others are never run</source>
        <extracomment>{1}: name, {2}: made_of, {3}: library</extracomment>
        <translation>其組件「{1}」是「{3}」的 {2}，他人的程式一律不執行</translation>
    </message>
    <message>
        <source>its pictures cannot be decoded ({1})</source>
        <extracomment>{1}: error.strerror</extracomment>
        <translation>它的畫面無法解碼（{1}）</translation>
    </message>
    <message>
        <source>its pictures differ from what they were made from</source>
        <translation>它的畫面與原始畫面不同</translation>
    </message>
    <message>
        <source>its words and slides are more than one file can hold; divide the lecture</source>
        <translation>文字與投影片超出單一檔案的容量，請將課程分割</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>no installed model can do it ({1})</source>
        <extracomment>{1}: reasons</extracomment>
        <translation>沒有已安裝的模型能做到（{1}）</translation>
    </message>
    <message>
        <source>no object of one slide stands on the other</source>
        <translation>一張投影片上的物件都不在另一張上</translation>
    </message>
    <message>
        <source>no picture model is installed</source>
        <translation>沒有安裝圖片模型</translation>
    </message>
    <message>
        <source>no picture turns into another here</source>
        <translation>此處沒有圖片變成另一張</translation>
    </message>
    <message>
        <source>no video model is installed</source>
        <translation>沒有安裝影片模型</translation>
    </message>
    <message>
        <source>not used: {1}</source>
        <extracomment>{1}: &apos;; &apos;.join(reasons)</extracomment>
        <translation>未使用：{1}</translation>
    </message>
    <message>
        <source>objects glide, and a picture bends into another one</source>
        <translation>物件滑動，一張圖片彎曲成另一張</translation>
    </message>
    <message>
        <source>objects of slides</source>
        <translation>投影片物件</translation>
    </message>
    <message>
        <source>of an object of both slides only {1} is seen on the way</source>
        <extracomment>{1}: scores.persistence</extracomment>
        <translation>兩張投影片共有的物件途中只看得到 {1}</translation>
    </message>
    <message>
        <source>of memory</source>
        <translation> 記憶體</translation>
    </message>
    <message>
        <source>of that kind</source>
        <translation>這類檔案</translation>
    </message>
    <message>
        <source>of the graphics card&apos;s memory</source>
        <translation> 顯示卡記憶體</translation>
    </message>
    <message>
        <source>of the web (HTML)</source>
        <translation>網頁檔（HTML）</translation>
    </message>
    <message>
        <source>of {1} pictures {2} are shown</source>
        <extracomment>{1}: len(film.given), {2}: number</extracomment>
        <translation>{1} 個畫面中只顯示 {2} 個</translation>
    </message>
    <message>
        <source>older PowerPoint and OpenDocument presentations</source>
        <translation>舊版 PowerPoint 與 OpenDocument 簡報</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>one object glides</source>
        <translation>一個物件滑動</translation>
    </message>
    <message>
        <source>one picture bends into the other and stays sharp</source>
        <translation>一張圖片彎曲成另一張並保持清晰</translation>
    </message>
    <message>
        <source>one picture is wiped over the other</source>
        <translation>一張圖片擦去另一張</translation>
    </message>
    <message>
        <source>one step makes {1} of the change</source>
        <extracomment>{1}: min(1.0, most / whole)</extracomment>
        <translation>單格變化佔整體的 {1}</translation>
    </message>
    <message>
        <source>only {1} of the picture can be followed from frame to frame</source>
        <extracomment>{1}: scores.coverage</extracomment>
        <translation>畫面只有 {1} 能逐格追蹤</translation>
    </message>
    <message>
        <source>open it in its program and save it as .docx</source>
        <translation>請在原本的程式中開啟並另存為 .docx</translation>
    </message>
    <message>
        <source>other text files</source>
        <translation>其他文字檔</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>pictures are reshaped in models with a U-Net only</source>
        <translation>只有含 U-Net 的模型能漸變圖片</translation>
    </message>
    <message>
        <source>pictures, alone or a folder of them</source>
        <translation>圖片，單張或整個資料夾</translation>
    </message>
    <message>
        <source>plain text outlines</source>
        <translation>純文字大綱</translation>
    </message>
    <message>
        <source>private notes</source>
        <translation>私人備註</translation>
    </message>
    <message>
        <source>pyttsx3 {1}, espeakng-loader {2}, steady</source>
        <extracomment>{1}: version(&apos;pyttsx3&apos;), {2}: version(&apos;espeakng-loader&apos;)</extracomment>
        <translation>pyttsx3 {1}, espeakng-loader {2}, steady</translation>
    </message>
    <message>
        <source>reshapes pictures (level 4)</source>
        <translation>漸變圖片（等級 4）</translation>
    </message>
    <message>
        <source>runs models; the changes of slides are composed beside the encoder, on the processor</source>
        <translation>執行模型；投影片轉場由處理器在編碼器旁合成</translation>
    </message>
    <message>
        <source>same picture</source>
        <translation>相同圖片</translation>
    </message>
    <message>
        <source>same text</source>
        <translation>相同文字</translation>
    </message>
    <message>
        <source>save it as Markdown (.md), for instance with Pandoc</source>
        <translation>請另存為 Markdown（.md），例如使用 Pandoc</translation>
    </message>
    <message>
        <source>save its text as Markdown (.md) or as .docx</source>
        <translation>請將其文字另存為 Markdown（.md）或 .docx</translation>
    </message>
    <message>
        <source>scene {1}</source>
        <translation>場景 {1}</translation>
    </message>
    <message>
        <source>scene {1} (“{2}”)</source>
        <translation>場景 {1}（「{2}」）</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>圖案</translation>
    </message>
    <message>
        <source>shape id and name</source>
        <translation>圖案識別碼與名稱</translation>
    </message>
    <message>
        <source>shows its still picture</source>
        <translation>會顯示其靜態畫面</translation>
    </message>
    <message>
        <source>slide apart</source>
        <translation>拆解投影片</translation>
    </message>
    <message>
        <source>smooth, natural motion</source>
        <translation>流暢自然的動態</translation>
    </message>
    <message>
        <source>something glides while the page around it changes, and can be seen all the way</source>
        <translation>有東西滑動，周圍的頁面同時改變，而且一路都看得見</translation>
    </message>
    <message>
        <source>something glides, but cannot be followed all the way</source>
        <translation>有東西滑動，但無法一路跟隨</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>sound effect</source>
        <translation>音效</translation>
    </message>
    <message>
        <source>sound with {1} samples a second and {2} bytes</source>
        <extracomment>{1}: rate, {2}: len(samples)</extracomment>
        <translation>每秒 {1} 個取樣、共 {2} 個位元組的聲音</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>text box</source>
        <translation>文字方塊</translation>
    </message>
    <message>
        <source>the background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>the characters “{1}”, which no installed font has</source>
        <extracomment>{1}: trace.missing</extracomment>
        <translation>已安裝字型都沒有的字元「{1}」</translation>
    </message>
    <message>
        <source>the drawing of {1} (its words are shown as a list)</source>
        <extracomment>{1}: what</extracomment>
        <translation>{1}的圖形（其文字以清單呈現）</translation>
    </message>
    <message>
        <source>the last frame is not the slide itself</source>
        <translation>最後一個影格與投影片不一致</translation>
    </message>
    <message>
        <source>the model “{1}” cannot do it: {2}</source>
        <extracomment>{1}: name, {2}: why</extracomment>
        <translation>模型「{1}」無法做到：{2}</translation>
    </message>
    <message>
        <source>the model “{1}” is not installed</source>
        <extracomment>{1}: name</extracomment>
        <translation>未安裝模型「{1}」</translation>
    </message>
    <message>
        <source>the picture jumps: one step makes {1} of the change</source>
        <extracomment>{1}: scores.step_share</extracomment>
        <translation>畫面跳動：單一影格就佔了變化的 {1}</translation>
    </message>
    <message>
        <source>the picture moves on and on, as a film does</source>
        <translation>畫面像影片般持續移動</translation>
    </message>
    <message>
        <source>the script</source>
        <translation>講稿</translation>
    </message>
    <message>
        <source>the slide before: {1}</source>
        <extracomment>{1}: before</extracomment>
        <translation>前一張投影片：{1}</translation>
    </message>
    <message>
        <source>the slides are not taken apart into objects</source>
        <translation>投影片尚未拆成個別物件</translation>
    </message>
    <message>
        <source>the slides share only {1} of the picture, too little to hold</source>
        <extracomment>{1}: scores.shared</extracomment>
        <translation>兩張投影片只有 {1} 的畫面相同，不足以保留</translation>
    </message>
    <message>
        <source>the stand-ins for PowerPoint&apos;s common fonts are installed</source>
        <translation>PowerPoint 常用字型的替代字型已安裝</translation>
    </message>
    <message>
        <source>the weights of its part “{1}” are missing</source>
        <extracomment>{1}: missing[0]</extracomment>
        <translation>缺少組件「{1}」的權重</translation>
    </message>
    <message>
        <source>the whole picture fades through one colour</source>
        <translation>整個畫面經由單一顏色淡化</translation>
    </message>
    <message>
        <source>the whole picture fades: old and new are seen at once</source>
        <translation>整個畫面淡化：新舊畫面同時可見</translation>
    </message>
    <message>
        <source>the whole picture travels</source>
        <translation>整個畫面移動</translation>
    </message>
    <message>
        <source>the whole slide, which is damaged</source>
        <translation>整張投影片（已損毀）</translation>
    </message>
    <message>
        <source>there is no object on it</source>
        <translation>上面沒有物件</translation>
    </message>
    <message>
        <source>there is no object on the slide before</source>
        <translation>前一張投影片上沒有物件</translation>
    </message>
    <message>
        <source>there is no object on this slide</source>
        <translation>這張投影片上沒有物件</translation>
    </message>
    <message>
        <source>there is no picture on the slide before</source>
        <translation>前一張投影片上沒有圖片</translation>
    </message>
    <message>
        <source>there is no picture on this slide</source>
        <translation>這張投影片上沒有圖片</translation>
    </message>
    <message>
        <source>this PyAV has no x264; reinstall the package “av”</source>
        <translation>這個 PyAV 沒有 x264，請重新安裝套件「av」</translation>
    </message>
    <message>
        <source>this presentation</source>
        <translation>這份簡報</translation>
    </message>
    <message>
        <source>this program has no use for a {1}</source>
        <extracomment>{1}: model.pipeline</extracomment>
        <translation>本程式不使用 {1}</translation>
    </message>
    <message>
        <source>this slide: {1}</source>
        <extracomment>{1}: here</extracomment>
        <translation>這張投影片：{1}</translation>
    </message>
    <message>
        <source>this version of FFmpeg has no {1}</source>
        <extracomment>{1}: by.encoder</extracomment>
        <translation>這個版本的 FFmpeg 沒有 {1}</translation>
    </message>
    <message>
        <source>try an encoder</source>
        <translation>試用編碼器</translation>
    </message>
    <message>
        <source>two wordings of a text lie over each other</source>
        <translation>同一段文字的新舊內容疊在一起</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>unreadable picture</source>
        <translation>無法讀取的圖片</translation>
    </message>
    <message>
        <source>video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>what both slides share moved by {1} of 255</source>
        <extracomment>{1}: scores.static_error</extracomment>
        <translation>兩張投影片共有的部分偏移了 {1}（滿分 255）</translation>
    </message>
    <message>
        <source>what happens between the two pictures is none of the changes that are known here</source>
        <translation>兩張圖片之間發生的變化不屬於任何已知的轉場</translation>
    </message>
    <message>
        <source>what is the same stays while something is uncovered</source>
        <translation>相同的部分保留，同時揭開其他部分</translation>
    </message>
    <message>
        <source>what is the same stays, and no two things are seen over each other</source>
        <translation>相同的部分保留，沒有兩樣東西重疊</translation>
    </message>
    <message>
        <source>what it writes cannot be joined: {1}</source>
        <extracomment>{1}: error</extracomment>
        <translation>它寫出的內容無法接合：{1}</translation>
    </message>
    <message>
        <source>what the model made begins or ends with another picture: {1} alike</source>
        <extracomment>{1}: scores.ends_alike</extracomment>
        <translation>模型產生的畫面以另一張圖片開始或結束：相似度 {1}</translation>
    </message>
    <message>
        <source>words beside the picture changed by {1} of 255</source>
        <extracomment>{1}: scores.lettering</extracomment>
        <translation>圖片旁的文字改變了 {1}（滿分 255）</translation>
    </message>
    <message>
        <source>{1} (choices of the lecture).</source>
        <extracomment>{1}: problem</extracomment>
        <translation>{1}（課程的設定）。</translation>
    </message>
    <message>
        <source>{1} (scene {2}).</source>
        <translation>{1}（場景 {2}）。</translation>
    </message>
    <message>
        <source>{1} (the lecture itself).</source>
        <extracomment>{1}: problem</extracomment>
        <translation>{1}（課程本身）。</translation>
    </message>
    <message>
        <source>{1} ({2}/{3})</source>
        <translation>{1}（{2}/{3}）</translation>
    </message>
    <message>
        <source>{1} GiB free for {2} GiB of kept results in {3}</source>
        <extracomment>{1}: free / 2 ** 30, {2}: kept / 2 ** 30, {3}: folder</extracomment>
        <translation>{3} 可用空間 {1} GiB，暫存結果 {2} GiB</translation>
    </message>
    <message>
        <source>{1} They are close to PowerPoint&apos;s; install LibreOffice Impress for exact ones.</source>
        <extracomment>{1}: missing</extracomment>
        <translation>{1}畫面與 PowerPoint 相近；若要完全一致，請安裝 LibreOffice Impress。</translation>
    </message>
    <message>
        <source>{1} already has the recording “{2}”; say that it shall be replaced, or keep it.</source>
        <extracomment>{1}: opening(told(lecture, at)), {2}: scene.recording.audio.name</extracomment>
        <translation>{1}已有錄音「{2}」；請確認要取代它，或保留它。</translation>
    </message>
    <message>
        <source>{1} and 1 moves</source>
        <extracomment>{1}: matched</extracomment>
        <translation>{1}，其中 1 個移動</translation>
    </message>
    <message>
        <source>{1} and {2}</source>
        <translation>{1}與{2}</translation>
    </message>
    <message>
        <source>{1} and {2} more</source>
        <extracomment>{1}: named, {2}: len(names) - _NAMED</extracomment>
        <translation>{1}以及另外 {2} 個</translation>
    </message>
    <message>
        <source>{1} and {2} move</source>
        <extracomment>{1}: matched, {2}: features.movers</extracomment>
        <translation>{1}，其中 {2} 個移動</translation>
    </message>
    <message>
        <source>{1} are no longer on this machine; import the same file again to bring it back.</source>
        <extracomment>{1}: names</extracomment>
        <translation>{1}已不在這部電腦上；請重新匯入相同的檔案以取回。</translation>
    </message>
    <message>
        <source>{1} become chapters.</source>
        <extracomment>{1}: counted(len(sections), &apos;section&apos;)</extracomment>
        <translation>{1}成為影片章節。</translation>
    </message>
    <message>
        <source>{1} bookmarks</source>
        <translation>{1} 個書籤</translation>
    </message>
    <message>
        <source>{1} builds are</source>
        <extracomment>{1}: len(builds)</extracomment>
        <translation>{1} 個動畫步驟</translation>
    </message>
    <message>
        <source>{1} cannot be opened as a PowerPoint file; save it again from PowerPoint.</source>
        <extracomment>{1}: deck.name</extracomment>
        <translation>無法將 {1} 當成 PowerPoint 檔案開啟，請從 PowerPoint 重新儲存。</translation>
    </message>
    <message>
        <source>{1} cannot be split inside this paragraph; begin a new paragraph where the second scene shall begin.</source>
        <extracomment>{1}: opening(told(lecture, at))</extracomment>
        <translation>無法在這個段落中間分割{1}；請在第二個場景開始處另起新段落。</translation>
    </message>
    <message>
        <source>{1} cannot be split there; choose a sentence that has another one before it.</source>
        <extracomment>{1}: opening(told(lecture, at))</extracomment>
        <translation>無法在該處分割{1}；請選擇前面還有其他句子的句子。</translation>
    </message>
    <message>
        <source>{1} cards</source>
        <translation>{1} 張卡片</translation>
    </message>
    <message>
        <source>{1} footnote(s) are left out.</source>
        <extracomment>{1}: notes</extracomment>
        <translation>略過 {1} 個註腳。</translation>
    </message>
    <message>
        <source>{1} further rows of a table are left out.</source>
        <extracomment>{1}: more</extracomment>
        <translation>略過表格的其餘 {1} 列。</translation>
    </message>
    <message>
        <source>{1} has a pair of no objects.</source>
        <extracomment>{1}: name</extracomment>
        <translation>{1} 有一對沒有物件的配對。</translation>
    </message>
    <message>
        <source>{1} has a point at an impossible level.</source>
        <extracomment>{1}: name</extracomment>
        <translation>{1}有一個要點的階層不正確。</translation>
    </message>
    <message>
        <source>{1} has no recording; record or choose one first.</source>
        <extracomment>{1}: opening(told(lecture, at))</extracomment>
        <translation>{1}沒有錄音，請先錄製或選擇一段。</translation>
    </message>
    <message>
        <source>{1} has no words to speak; heading and points are read out.</source>
        <extracomment>{1}: counted(silent, &apos;card&apos;)</extracomment>
        <translation>{1}沒有要朗讀的文字，改為朗讀標題與要點。</translation>
    </message>
    <message>
        <source>{1} has words to speak.</source>
        <extracomment>{1}: counted(spoken, &apos;card&apos;)</extracomment>
        <translation>{1}有要朗讀的文字。</translation>
    </message>
    <message>
        <source>{1} has {2} pairs of objects; at most {3} can be used.</source>
        <extracomment>{1}: name, {2}: len(pairs), {3}: MOST_PAIRS</extracomment>
        <translation>{1} 有 {2} 對物件；最多可用 {3} 對。</translation>
    </message>
    <message>
        <source>{1} have no words to speak; heading and points are read out.</source>
        <extracomment>{1}: counted(silent, &apos;card&apos;)</extracomment>
        <translation>{1}沒有要朗讀的文字，改為朗讀標題與要點。</translation>
    </message>
    <message>
        <source>{1} have words to speak.</source>
        <extracomment>{1}: counted(spoken, &apos;card&apos;)</extracomment>
        <translation>{1}有要朗讀的文字。</translation>
    </message>
    <message>
        <source>{1} holds no readable presentation; save it again from PowerPoint.</source>
        <extracomment>{1}: deck.name</extracomment>
        <translation>{1} 中沒有可讀取的簡報，請從 PowerPoint 重新儲存。</translation>
    </message>
    <message>
        <source>{1} in the order of their names.</source>
        <extracomment>{1}: counted(len(scenes), &apos;picture&apos;)</extracomment>
        <translation>{1}，依檔名排列。</translation>
    </message>
    <message>
        <source>{1} is larger than {2} GB; make its media smaller.</source>
        <extracomment>{1}: _NAME, {2}: MAX_UNPACKED &gt;&gt; 30</extracomment>
        <translation>{1}大於 {2} GB，請縮小其中的媒體檔。</translation>
    </message>
    <message>
        <source>{1} is no longer on this machine; import the same file again to bring it back.</source>
        <extracomment>{1}: names</extracomment>
        <translation>{1}已不在這部電腦上；請重新匯入相同的檔案以取回。</translation>
    </message>
    <message>
        <source>{1} kept for you alone, in no video, caption or transcript.</source>
        <extracomment>{1}: many</extracomment>
        <translation>{1}保留給您自己看，不會出現在影片、字幕或逐字稿中。</translation>
    </message>
    <message>
        <source>{1} kept in the lecture; the video shows the finished slide.</source>
        <extracomment>{1}: what</extracomment>
        <translation>{1}保留在課程中；影片顯示完成後的投影片。</translation>
    </message>
    <message>
        <source>{1} lasts {2} seconds; it must be 0 to {3} hours.</source>
        <extracomment>{1}: what, {2}: float(seconds), {3}: LONGEST / 3600</extracomment>
        <translation>{1}長 {2} 秒，但必須介於 0 到 {3} 小時之間。</translation>
    </message>
    <message>
        <source>{1} lines of code from “{2}” are left out; cards show text only.</source>
        <extracomment>{1}: len(lines), {2}: start</extracomment>
        <translation>略過從「{2}」開始的 {1} 行程式碼；卡片只顯示文字。</translation>
    </message>
    <message>
        <source>{1} names a model “{2}”, which is no name of a folder.</source>
        <extracomment>{1}: name, {2}: model[:20]</extracomment>
        <translation>{1} 指定的模型「{2}」不是資料夾名稱。</translation>
    </message>
    <message>
        <source>{1} names a picture by what is no SHA-256 digest.</source>
        <extracomment>{1}: name</extracomment>
        <translation>{1}的圖片名稱不是 SHA-256 摘要。</translation>
    </message>
    <message>
        <source>{1} not found: lines may wrap elsewhere than in PowerPoint; install them</source>
        <extracomment>{1}: &apos;, &apos;.join(lacking)</extracomment>
        <translation>找不到 {1}：換行位置可能與 PowerPoint 不同，請安裝這些字型</translation>
    </message>
    <message>
        <source>{1} objects glide</source>
        <extracomment>{1}: len(seen)</extracomment>
        <translation>{1} 個物件滑動</translation>
    </message>
    <message>
        <source>{1} of a PDF, shown as drawn there.</source>
        <extracomment>{1}: counted(len(scenes), &apos;page&apos;)</extracomment>
        <translation>PDF 的{1}，照原樣顯示。</translation>
    </message>
    <message>
        <source>{1} of the deck become chapters.</source>
        <extracomment>{1}: counted(len(names), &apos;section&apos;)</extracomment>
        <translation>簡報的 {1}成為影片章節。</translation>
    </message>
    <message>
        <source>{1} of the deck&apos;s list cannot be found in the file.</source>
        <extracomment>{1}: counted(repairs.lost, &apos;slide&apos;)</extracomment>
        <translation>簡報清單中的 {1}不在檔案中。</translation>
    </message>
    <message>
        <source>{1} of the file cannot be read.</source>
        <extracomment>{1}: counted(len(repairs.parts), &apos;part&apos;)</extracomment>
        <translation>無法讀取檔案的 {1}。</translation>
    </message>
    <message>
        <source>{1} of {2} objects match</source>
        <extracomment>{1}: features.partners, {2}: features.objects</extracomment>
        <translation>{2} 個物件中有 {1} 個相符</translation>
    </message>
    <message>
        <source>{1} pages</source>
        <translation>{1} 頁</translation>
    </message>
    <message>
        <source>{1} pairs an object twice, or one that cannot be.</source>
        <extracomment>{1}: name</extracomment>
        <translation>{1} 將物件重複配對，或配對了不存在的物件。</translation>
    </message>
    <message>
        <source>{1} parts</source>
        <translation>{1} 個部分</translation>
    </message>
    <message>
        <source>{1} picture</source>
        <translation>{1} 圖片</translation>
    </message>
    <message>
        <source>{1} pictures</source>
        <translation>{1} 張圖片</translation>
    </message>
    <message>
        <source>{1} points</source>
        <translation>{1} 個要點</translation>
    </message>
    <message>
        <source>{1} review comments are</source>
        <extracomment>{1}: len(comments)</extracomment>
        <translation>{1} 則審閱註解</translation>
    </message>
    <message>
        <source>{1} seconds of sound for {2} characters</source>
        <extracomment>{1}: seconds, {2}: len(text)</extracomment>
        <translation>{2} 個字元卻有 {1} 秒的聲音</translation>
    </message>
    <message>
        <source>{1} sections</source>
        <translation>{1} 個章節</translation>
    </message>
    <message>
        <source>{1} sentence, {2} characters</source>
        <extracomment>{1}: count, {2}: len(words)</extracomment>
        <translation>{1} 句、{2} 個字元</translation>
    </message>
    <message>
        <source>{1} sentences, {2} characters</source>
        <extracomment>{1}: count, {2}: len(words)</extracomment>
        <translation>{1} 句、{2} 個字元</translation>
    </message>
    <message>
        <source>{1} shows page {2} of {3} by {4}, which cannot be.</source>
        <extracomment>{1}: name, {2}: image.number, {3}: image.width, {4}: image.height</extracomment>
        <translation>{1} 顯示 {3}×{4} 的第 {2} 頁，這是不可能的。</translation>
    </message>
    <message>
        <source>{1} shows slide {2} (id {3}), which cannot be.</source>
        <extracomment>{1}: name, {2}: visual.number, {3}: visual.slide_id</extracomment>
        <translation>{1}顯示的投影片 {2}（識別碼 {3}）不可能存在。</translation>
    </message>
    <message>
        <source>{1} slides</source>
        <translation>{1} 張投影片</translation>
    </message>
    <message>
        <source>{1} sticky notes</source>
        <translation>{1} 則便箋</translation>
    </message>
    <message>
        <source>{1} tells a model more than {2} characters.</source>
        <extracomment>{1}: name, {2}: LONGEST_PROMPT</extracomment>
        <translation>{1} 告訴模型的文字超過 {2} 個字元。</translation>
    </message>
    <message>
        <source>{1} threads</source>
        <translation>{1} 個執行緒</translation>
    </message>
    <message>
        <source>{1} times</source>
        <translation>{1} 次</translation>
    </message>
    <message>
        <source>{1} to another place and can be seen all the way</source>
        <extracomment>{1}: objects</extracomment>
        <translation>{1}到另一位置，全程可見</translation>
    </message>
    <message>
        <source>{1} voices in {2} languages</source>
        <extracomment>{1}: len(found), {2}: len(languages)</extracomment>
        <translation>{2} 種語言、{1} 種語音</translation>
    </message>
    <message>
        <source>{1} was edited since the deck came; copy the words you want from the list.</source>
        <extracomment>{1}: opening(told(lecture, at))</extracomment>
        <translation>更新之後，{1}又修改過；請從清單複製您要的文字。</translation>
    </message>
    <message>
        <source>{1} with text that can be read out.</source>
        <extracomment>{1}: counted(readable, &apos;page&apos;)</extracomment>
        <translation>{1}有可以朗讀的文字。</translation>
    </message>
    <message>
        <source>{1} with words to speak, from text files of the same name.</source>
        <extracomment>{1}: counted(spoken, &apos;picture&apos;)</extracomment>
        <translation>{1}有講稿，取自同名的文字檔。</translation>
    </message>
    <message>
        <source>{1} “{2}”</source>
        <translation>{1}「{2}」</translation>
    </message>
    <message>
        <source>{1}, taken as the words to speak.</source>
        <extracomment>{1}: counted(noted, &apos;sticky note&apos;)</extracomment>
        <translation>{1}，用作講稿。</translation>
    </message>
    <message>
        <source>{1}, which become chapters.</source>
        <extracomment>{1}: counted(len(sections), &apos;bookmark&apos;)</extracomment>
        <translation>{1}，成為影片章節。</translation>
    </message>
    <message>
        <source>{1}, {2}</source>
        <translation>{1}、{2}</translation>
    </message>
    <message>
        <source>{1}: no pictures, and not used.</source>
        <extracomment>{1}: _listed(folder.others)</extracomment>
        <translation>{1}：不是圖片，未使用。</translation>
    </message>
    <message>
        <source>{1}: photographs of a kind that cannot be read here; save them as .jpg.</source>
        <extracomment>{1}: _listed(folder.photographs)</extracomment>
        <translation>{1}：這裡讀不了的照片格式；請存成 .jpg。</translation>
    </message>
    <message>
        <source>{1}: {2}</source>
        <translation>{1}：{2}</translation>
    </message>
    <message>
        <source>{1}: {2}; the pictures follow their own motion</source>
        <extracomment>{1}: name, {2}: tried.how.without</extracomment>
        <translation>{1}：{2}；圖片改依自身的動態變化</translation>
    </message>
    <message>
        <source>{1}; cards show text only.</source>
        <extracomment>{1}: what</extracomment>
        <translation>{1}；卡片只顯示文字。</translation>
    </message>
    <message>
        <source>{1}; fades only</source>
        <extracomment>{1}: choice.reason</extracomment>
        <translation>{1}；僅用淡化</translation>
    </message>
    <message>
        <source>{1}; {2}</source>
        <translation>{1}；{2}</translation>
    </message>
    <message>
        <source>“{1}/{2}” is a pickle, and pickle files are never loaded</source>
        <extracomment>{1}: part.name, {2}: pickles[0].name</extracomment>
        <translation>「{1}/{2}」是 pickle 檔，pickle 檔一律不載入</translation>
    </message>
    <message>
        <source>“{1}” asks for a program of its own ({2}), and such are never run</source>
        <extracomment>{1}: name, {2}: key</extracomment>
        <translation>「{1}」要求執行自帶的程式（{2}），這類程式一律不執行</translation>
    </message>
    <message>
        <source>“{1}” cannot be matched: this lecture has no slides of a deck.</source>
        <extracomment>{1}: pdf.name</extracomment>
        <translation>「{1}」無法配對：這個課程沒有簡報的投影片。</translation>
    </message>
    <message>
        <source>“{1}” cannot be opened ({2}); check that you may read it.</source>
        <extracomment>{1}: path.name, {2}: reason</extracomment>
        <translation>無法開啟「{1}」（{2}），請確認您有讀取權限。</translation>
    </message>
    <message>
        <source>“{1}” cannot be opened here; drop slides (.pptx, .ppt, .odp, .pdf), pictures or a folder of them, an outline (.md, .txt, .docx, .opml) or a .lecture file.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>這裡無法開啟「{1}」；請拖入投影片（.pptx、.ppt、.odp、.pdf）、圖片或圖片資料夾、大綱（.md、.txt、.docx、.opml）或 .lecture 檔。</translation>
    </message>
    <message>
        <source>“{1}” cannot be read as a video; save it again as MP4.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>無法將「{1}」讀取為影片；請重新存成 MP4。</translation>
    </message>
    <message>
        <source>“{1}” cannot be read: what reads it failed; save it again in its own program and try that.</source>
        <extracomment>{1}: source.name</extracomment>
        <translation>無法讀取「{1}」：讀取它的程式出錯了；請在原本的程式重新存檔，再試那個檔案。</translation>
    </message>
    <message>
        <source>“{1}” cannot be read: {2} are not known here; choose a PowerPoint or OpenDocument presentation, a PDF, pictures, or an outline in Markdown, plain text, Word or OPML.</source>
        <extracomment>{1}: path.name, {2}: kind</extracomment>
        <translation>無法讀取「{1}」：不支援{2}；請選擇 PowerPoint 或 OpenDocument 簡報、PDF、圖片，或以 Markdown、純文字、Word、OPML 寫成的大綱。</translation>
    </message>
    <message>
        <source>“{1}” cannot be shown as a slide; save it as .png or .jpg and choose that.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」無法當作投影片顯示；請存成 .png 或 .jpg 後再選擇。</translation>
    </message>
    <message>
        <source>“{1}” cannot be used: {2}</source>
        <extracomment>{1}: path.name, {2}: wrong[0]</extracomment>
        <translation>無法使用「{1}」：{2}</translation>
    </message>
    <message>
        <source>“{1}” cannot be watched: what decodes it failed; save it again as MP4 and try that.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>無法檢視「{1}」：解碼失敗；請重新存成 MP4 後再試。</translation>
    </message>
    <message>
        <source>“{1}” cannot be written to; choose another folder.</source>
        <extracomment>{1}: path.parent</extracomment>
        <translation>無法寫入「{1}」，請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>“{1}” could not be drawn wholly: {2}.</source>
        <extracomment>{1}: lecture.scene(part.clip.scene).title, {2}: &apos;, &apos;.join(missing)</extracomment>
        <translation>「{1}」無法完整繪製：{2}。</translation>
    </message>
    <message>
        <source>“{1}” could not be kept in “{2}” ({3}); free some space.</source>
        <extracomment>{1}: name, {2}: self.folder, {3}: error.strerror</extracomment>
        <translation>無法將「{1}」存放在「{2}」（{3}），請騰出空間。</translation>
    </message>
    <message>
        <source>“{1}” could not be saved ({2}); your last saved file is untouched.</source>
        <extracomment>{1}: path.name, {2}: error</extracomment>
        <translation>無法儲存「{1}」（{2}）；您上次儲存的檔案沒有變動。</translation>
    </message>
    <message>
        <source>“{1}” could not be written ({2}); choose another place.</source>
        <extracomment>{1}: path.name, {2}: error.strerror or error</extracomment>
        <translation>無法寫入「{1}」（{2}），請選擇其他位置。</translation>
    </message>
    <message>
        <source>“{1}” declares XML entities, which no PowerPoint file needs, and was not opened; save it again in PowerPoint if you trust where it comes from.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」宣告了 PowerPoint 檔案不需要的 XML 實體，因此未開啟；若您信任其來源，請在 PowerPoint 中重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” declares a document type, which no outline needs, and was not opened; save it again as OPML.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」宣告了大綱不需要的文件類型，因此未開啟；請重新存為 OPML。</translation>
    </message>
    <message>
        <source>“{1}” does not begin with the slide&apos;s picture (likeness {2}, wanted {3})</source>
        <extracomment>{1}: step.model, {2}: first, {3}: wanted</extracomment>
        <translation>「{1}」的開頭不是投影片上的圖片（相似度 {2}，需要 {3}）</translation>
    </message>
    <message>
        <source>“{1}” does not belong to these slides: {2} of its {3} pages show one of them; choose the PDF that was saved from this deck.</source>
        <extracomment>{1}: name, {2}: good, {3}: pages</extracomment>
        <translation>「{1}」不屬於這些投影片：{3} 頁中只有 {2} 頁相符；請選擇由這份簡報存成的 PDF。</translation>
    </message>
    <message>
        <source>“{1}” does not end with the slide&apos;s picture (likeness {2}, wanted {3})</source>
        <extracomment>{1}: step.model, {2}: last, {3}: wanted</extracomment>
        <translation>「{1}」的結尾不是投影片上的圖片（相似度 {2}，需要 {3}）</translation>
    </message>
    <message>
        <source>“{1}” exists and was not made by Lecture Studio; choose another name or use --force.</source>
        <extracomment>{1}: out.name</extracomment>
        <translation>「{1}」已存在，且不是由 Lecture Studio 製作；請使用其他名稱，或加上 --force。</translation>
    </message>
    <message>
        <source>“{1}” files</source>
        <translation>「{1}」檔案</translation>
    </message>
    <message>
        <source>“{1}” has a line of more than {2} characters; part it into paragraphs and try again.</source>
        <extracomment>{1}: path.name, {2}: MAX_LINE</extracomment>
        <translation>「{1}」有一行超過 {2} 個字元；請分成幾個段落再試一次。</translation>
    </message>
    <message>
        <source>“{1}” has more than {2} slides; split it into several decks.</source>
        <extracomment>{1}: path.name, {2}: MOST_SCENES</extracomment>
        <translation>「{1}」有超過 {2} 張投影片；請分成幾份簡報。</translation>
    </message>
    <message>
        <source>“{1}” has no page for this slide; the slide is drawn here.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」沒有這張投影片的頁面；由本程式繪製。</translation>
    </message>
    <message>
        <source>“{1}” has no page that can be drawn; make the PDF anew.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」沒有可以畫出來的頁面；請重新產生這份 PDF。</translation>
    </message>
    <message>
        <source>“{1}” has no slide in common with the deck of this lecture; choose the changed deck, or import it as a lecture of its own.</source>
        <extracomment>{1}: source</extracomment>
        <translation>「{1}」與這門課程的簡報沒有相同的投影片；請選擇修改過的簡報，或將它匯入為另一門課程。</translation>
    </message>
    <message>
        <source>“{1}” has no slides; add at least one in PowerPoint and try again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」沒有投影片；請在 PowerPoint 中新增至少一張再試一次。</translation>
    </message>
    <message>
        <source>“{1}” has {2} pages; a PDF of 1 to {3} can be used here.</source>
        <extracomment>{1}: name, {2}: len(document), {3}: MOST_PAGES</extracomment>
        <translation>「{1}」有 {2} 頁；這裡可用的 PDF 為 1 至 {3} 頁。</translation>
    </message>
    <message>
        <source>“{1}” has {2} pages; choose a picture or a PDF of one page for a single slide.</source>
        <extracomment>{1}: path.name, {2}: len(pages)</extracomment>
        <translation>「{1}」有 {2} 頁；單張投影片請選擇圖片或只有一頁的 PDF。</translation>
    </message>
    <message>
        <source>“{1}” holds a part with an unsafe name and was not opened; save it again in PowerPoint if you trust where it comes from.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」含有名稱不安全的部分，因此未開啟；若您信任其來源，請在 PowerPoint 中重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” holds more in one piece than any lecture does and was not opened.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」有單一項目大於任何課程所需，因此未開啟。</translation>
    </message>
    <message>
        <source>“{1}” holds more than {2} tags and attributes, more than can be read; split the deck.</source>
        <extracomment>{1}: self.name, {2}: MAX_NODES</extracomment>
        <translation>「{1}」含有超過 {2} 個標籤與屬性，多到無法讀取；請把簡報分成幾份。</translation>
    </message>
    <message>
        <source>“{1}” holds no page; make it anew and try again.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」沒有頁面；請重新產生後再試一次。</translation>
    </message>
    <message>
        <source>“{1}” holds no presentation but another kind of document; choose a PowerPoint file.</source>
        <extracomment>{1}: package.name</extracomment>
        <translation>「{1}」不是簡報而是其他文件，請選擇 PowerPoint 檔案。</translation>
    </message>
    <message>
        <source>“{1}” holds no presentation; choose another file.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」中沒有簡報，請選擇其他檔案。</translation>
    </message>
    <message>
        <source>“{1}” holds no presentation; perhaps the copy or download was not finished.</source>
        <extracomment>{1}: package.name</extracomment>
        <translation>「{1}」中沒有簡報；可能是複製或下載未完成。</translation>
    </message>
    <message>
        <source>“{1}” holds no safetensors</source>
        <extracomment>{1}: adapter.name</extracomment>
        <translation>「{1}」中沒有 safetensors 檔案</translation>
    </message>
    <message>
        <source>“{1}” holds no text to show; write a heading and some points.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」沒有可顯示的文字；請寫上標題與幾個要點。</translation>
    </message>
    <message>
        <source>“{1}” holds other things than a lecture and was not opened.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」含有課程以外的內容，因此未開啟。</translation>
    </message>
    <message>
        <source>“{1}” holds {2} files; put the pictures into a folder of their own.</source>
        <extracomment>{1}: path.name, {2}: len(names)</extracomment>
        <translation>「{1}」裡有 {2} 個檔案；請把圖片放進單獨的資料夾。</translation>
    </message>
    <message>
        <source>“{1}” holds {2} pictures; at most {3} can be used.</source>
        <extracomment>{1}: path.name, {2}: len(folder.pictures), {3}: MOST_SCENES</extracomment>
        <translation>「{1}」裡有 {2} 張圖片；最多可用 {3} 張。</translation>
    </message>
    <message>
        <source>“{1}” holds {2} pictures; the first one is shown.</source>
        <extracomment>{1}: path.name, {2}: facts.pictures</extracomment>
        <translation>「{1}」含有 {2} 張圖片；顯示第一張。</translation>
    </message>
    <message>
        <source>“{1}” inside the lecture is damaged; open an older copy.</source>
        <extracomment>{1}: asset.name</extracomment>
        <translation>課程中的「{1}」已損毀，請開啟較舊的副本。</translation>
    </message>
    <message>
        <source>“{1}” inside the lecture is too large to be read ({2} GiB).</source>
        <extracomment>{1}: asset.name, {2}: size &gt;&gt; 30</extracomment>
        <translation>課程中的「{1}」太大，無法讀取（{2} GiB）。</translation>
    </message>
    <message>
        <source>“{1}” is a Keynote presentation; open it in Keynote, export it to PowerPoint (in the File menu), and import that file.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」是 Keynote 簡報；請在 Keynote 中開啟，從「檔案」選單輸出為 PowerPoint，再匯入該檔案。</translation>
    </message>
    <message>
        <source>“{1}” is a PDF, which cannot be read here; save it as .pptx first.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」是 PDF，這裡讀不了；請先存成 .pptx。</translation>
    </message>
    <message>
        <source>“{1}” is a download that has not finished; wait for it, or download the file again.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」尚未下載完成；請等待，或重新下載檔案。</translation>
    </message>
    <message>
        <source>“{1}” is a file {2}, which cannot be read here; {3}.</source>
        <extracomment>{1}: path.name, {2}: kind, {3}: advice</extracomment>
        <translation>「{1}」是{2}，無法在此讀取；{3}。</translation>
    </message>
    <message>
        <source>“{1}” is a folder, and a file of that name belongs to the video; rename it.</source>
        <extracomment>{1}: path</extracomment>
        <translation>「{1}」是資料夾，而影片需要同名的檔案；請將它更名。</translation>
    </message>
    <message>
        <source>“{1}” is a folder; name a file that ends in .mp4.</source>
        <extracomment>{1}: out</extracomment>
        <translation>「{1}」是資料夾，請指定以 .mp4 結尾的檔名。</translation>
    </message>
    <message>
        <source>“{1}” is a form that only Adobe&apos;s own program can draw; print it into a PDF there.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」是只有 Adobe 自家程式才畫得出來的表單；請在那裡列印成 PDF。</translation>
    </message>
    <message>
        <source>“{1}” is a lecture; choose the changed deck.</source>
        <extracomment>{1}: deck.name</extracomment>
        <translation>「{1}」是課程檔；請選擇修改過的簡報。</translation>
    </message>
    <message>
        <source>“{1}” is a link that leads out of the folder; copy the file there</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」是指向資料夾外的連結；請將檔案複製到資料夾內</translation>
    </message>
    <message>
        <source>“{1}” is a picture of a kind that cannot be read here; save it as .jpg and try again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」是這裡讀不了的圖片格式；請存成 .jpg 後再試一次。</translation>
    </message>
    <message>
        <source>“{1}” is a web page and no presentation; perhaps the download asked for a password first: sign in and download the file again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」是網頁而不是簡報；可能是下載時需要先登入：請登入後重新下載檔案。</translation>
    </message>
    <message>
        <source>“{1}” is an archive with “{2}” in it; unpack it and choose that file.</source>
        <extracomment>{1}: path.name, {2}: inside</extracomment>
        <translation>「{1}」是內含「{2}」的壓縮檔；請解壓縮後選擇該檔案。</translation>
    </message>
    <message>
        <source>“{1}” is an archive without a presentation in it; choose a deck.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」是不含簡報的壓縮檔，請選擇簡報檔案。</translation>
    </message>
    <message>
        <source>“{1}” is damaged and cannot be read; open it in LibreOffice and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」已損壞，無法讀取；請在 LibreOffice 中開啟並重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” is damaged and cannot be read; open it in PowerPoint and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」已損毀，無法讀取；請在 PowerPoint 中開啟並重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” is damaged and cannot be read; open it in Word and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」已損毀，無法讀取；請在 Word 中開啟並重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” is damaged or no OPML file; save the outline again as OPML.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」已損毀或不是 OPML 檔；請將大綱重新存為 OPML。</translation>
    </message>
    <message>
        <source>“{1}” is damaged or no PDF; make it anew and try again.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」已損壞，或不是 PDF；請重新產生後再試一次。</translation>
    </message>
    <message>
        <source>“{1}” is damaged or not a lecture; open an older copy.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」已損毀或不是課程檔，請開啟較舊的副本。</translation>
    </message>
    <message>
        <source>“{1}” is empty; perhaps the copy or download was not finished.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」是空的；可能是複製或下載未完成。</translation>
    </message>
    <message>
        <source>“{1}” is larger than {2} GB; make it smaller.</source>
        <extracomment>{1}: path.name, {2}: LARGEST_FILE &gt;&gt; 30</extracomment>
        <translation>「{1}」大於 {2} GB；請縮小它。</translation>
    </message>
    <message>
        <source>“{1}” is larger than {2} GB; save it with smaller pictures.</source>
        <extracomment>{1}: path.name, {2}: LARGEST_FILE &gt;&gt; 30</extracomment>
        <translation>「{1}」超過 {2} GB；請縮小其中的圖片再存一次。</translation>
    </message>
    <message>
        <source>“{1}” is larger than {2} GB; split the deck or make its media smaller.</source>
        <extracomment>{1}: path.name, {2}: LARGEST_FILE &gt;&gt; 30</extracomment>
        <translation>「{1}」大於 {2} GB；請分割簡報或縮小其中的媒體檔。</translation>
    </message>
    <message>
        <source>“{1}” is larger than {2} MB, too large for an outline; split it into parts.</source>
        <extracomment>{1}: path.name, {2}: limit &gt;&gt; 20</extracomment>
        <translation>「{1}」大於 {2} MB，作為大綱過大，請分成幾個部分。</translation>
    </message>
    <message>
        <source>“{1}” is locked with a password; save it without one.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」有密碼鎖定；請存成不設密碼的檔案。</translation>
    </message>
    <message>
        <source>“{1}” is no .pptx file; open it in PowerPoint and save it as .pptx.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」不是 .pptx 檔；請在 PowerPoint 中開啟並另存為 .pptx。</translation>
    </message>
    <message>
        <source>“{1}” is no complete PowerPoint file; perhaps the copy or download was not finished.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」不是完整的 PowerPoint 檔案；可能是複製或下載未完成。</translation>
    </message>
    <message>
        <source>“{1}” is no deck of slides; choose the changed deck.</source>
        <extracomment>{1}: source</extracomment>
        <translation>「{1}」不是投影片簡報；請選擇修改過的簡報。</translation>
    </message>
    <message>
        <source>“{1}” is no direction known here and is left out.</source>
        <extracomment>{1}: text</extracomment>
        <translation>「{1}」不是可用的指示，已略過。</translation>
    </message>
    <message>
        <source>“{1}” is no language tag; write one like “en-GB” or “zh-TW”.</source>
        <extracomment>{1}: tag</extracomment>
        <translation>「{1}」不是語言標籤；請輸入如「en-GB」或「zh-TW」的標籤。</translation>
    </message>
    <message>
        <source>“{1}” is no name of a model; choose one of those installed.</source>
        <extracomment>{1}: model[:40]</extracomment>
        <translation>「{1}」不是模型名稱；請選擇已安裝的模型。</translation>
    </message>
    <message>
        <source>“{1}” is no text file; save the outline as plain text or Markdown.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」不是文字檔；請將大綱存為純文字或 Markdown。</translation>
    </message>
    <message>
        <source>“{1}” is no way to keep models in memory; choose whole, offload or groups, and layerwise, torchao or bitsandbytes.</source>
        <extracomment>{1}: wrong[0]</extracomment>
        <translation>「{1}」不是在記憶體中保存模型的方式；請選擇 whole、offload 或 groups，以及 layerwise、torchao 或 bitsandbytes。</translation>
    </message>
    <message>
        <source>“{1}” is no whole OpenDocument text; open it in LibreOffice and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」不是完整的 OpenDocument 文字文件；請在 LibreOffice 中開啟並重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” is no whole Word document or has a password; open it in Word and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」不是完整的 Word 文件，或設有密碼；請在 Word 中開啟並重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” is not a Lecture Studio file.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」不是 Lecture Studio 檔案。</translation>
    </message>
    <message>
        <source>“{1}” is not there; check where the file is and choose it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>找不到「{1}」；請確認檔案位置並重新選擇。</translation>
    </message>
    <message>
        <source>“{1}” is not understood as a direction and is spoken as it stands.</source>
        <extracomment>{1}: text</extracomment>
        <translation>無法將「{1}」理解為指示，將照原文朗讀。</translation>
    </message>
    <message>
        <source>“{1}” is only a link to Google Slides; open it there, download it as Microsoft PowerPoint (in the File menu), and import that file.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」只是 Google 簡報的連結；請在該處開啟，從「檔案」選單下載為 Microsoft PowerPoint，再匯入該檔案。</translation>
    </message>
    <message>
        <source>“{1}” is open in another window{2}; close it there to change it here.</source>
        <extracomment>{1}: path.name, {2}: who</extracomment>
        <translation>「{1}」已在另一個視窗中開啟{2}；請先在該處關閉，才能在此修改。</translation>
    </message>
    <message>
        <source>“{1}” is protected by a password; open it in LibreOffice, remove the password and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」有密碼保護；請在 LibreOffice 中開啟、移除密碼後重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” is protected by a password; open it in PowerPoint, remove the password and save it again.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」受密碼保護；請在 PowerPoint 中開啟，移除密碼後重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” is protected by a password; open it in its program, remove the password and save it again.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」受密碼保護；請用原本的程式開啟，移除密碼後再儲存。</translation>
    </message>
    <message>
        <source>“{1}” is said to whoever makes the video and is left out.</source>
        <extracomment>{1}: told[:120]</extracomment>
        <translation>「{1}」是寫給影片製作者的，已略過。</translation>
    </message>
    <message>
        <source>“{1}” is the mark that PowerPoint leaves while a deck is open, and no deck; choose the file whose name lacks the first two signs.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」是 PowerPoint 開啟簡報時留下的標記，不是簡報；請選擇檔名少了開頭兩個符號的檔案。</translation>
    </message>
    <message>
        <source>“{1}” is write-protected; choose another name or use --force.</source>
        <extracomment>{1}: out.name</extracomment>
        <translation>「{1}」受寫入保護；請改用其他名稱或加上 --force。</translation>
    </message>
    <message>
        <source>“{1}” is {2} and no presentation; choose the deck itself.</source>
        <extracomment>{1}: path.name, {2}: kind</extracomment>
        <translation>「{1}」是{2}而不是簡報，請選擇簡報檔案本身。</translation>
    </message>
    <message>
        <source>“{1}” looks private and is not spoken.</source>
        <extracomment>{1}: _first_words(paragraph)</extracomment>
        <translation>「{1}」看來是私人備註，不會朗讀。</translation>
    </message>
    <message>
        <source>“{1}” makes more than {2} slides; split it into several lectures.</source>
        <extracomment>{1}: path.name, {2}: MAX_SCENES</extracomment>
        <translation>「{1}」會產生超過 {2} 張投影片，請分成幾門課程。</translation>
    </message>
    <message>
        <source>“{1}” may only be read; save it under another name to change it.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」只能讀取；若要修改，請以其他名稱儲存。</translation>
    </message>
    <message>
        <source>“{1}” needs LibreOffice to be read; install it, or save the file as .pptx first.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>讀取「{1}」需要 LibreOffice；請安裝它，或先將檔案存為 .pptx。</translation>
    </message>
    <message>
        <source>“{1}” needs more memory than there is to read it; split the deck or make its media smaller.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>讀取「{1}」所需的記憶體超出可用的範圍；請把簡報分成幾份，或縮小其中的媒體。</translation>
    </message>
    <message>
        <source>“{1}” of {2}</source>
        <translation>{2}的「{1}」</translation>
    </message>
    <message>
        <source>“{1}” shows no picture that can be measured; choose a video file.</source>
        <extracomment>{1}: name</extracomment>
        <translation>「{1}」沒有可量測的畫面；請選擇影片檔。</translation>
    </message>
    <message>
        <source>“{1}” stands beside the script and is left out.</source>
        <extracomment>{1}: block.text</extracomment>
        <translation>「{1}」不屬於腳本本身，已略過。</translation>
    </message>
    <message>
        <source>“{1}” stands in brackets, as a remark among authors, and is left out.</source>
        <extracomment>{1}: start</extracomment>
        <translation>「{1}」寫在方括號內，屬於作者之間的備註，已略過。</translation>
    </message>
    <message>
        <source>“{1}” takes more time or memory than reading a file may and was given up; save it again in its own program, or split it.</source>
        <extracomment>{1}: source.name</extracomment>
        <translation>讀取「{1}」所需的時間或記憶體超出限度，已放棄；請在原本的程式重新存檔，或分成幾個檔案。</translation>
    </message>
    <message>
        <source>“{1}” takes more time or memory than watching a video may and was given up; split it, or save it smaller.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>檢視「{1}」所需的時間或記憶體超過上限，已放棄；請分割或縮小後再試。</translation>
    </message>
    <message>
        <source>“{1}” unpacks to more than {2} GB or to too many parts and was not opened; split the deck or make its media smaller.</source>
        <extracomment>{1}: self.name, {2}: MAX_UNPACKED &gt;&gt; 30</extracomment>
        <translation>「{1}」解壓縮後超過 {2} GB 或部分過多，因此未開啟；請分割簡報或縮小其中的媒體檔。</translation>
    </message>
    <message>
        <source>“{1}” unpacks to more than {2} MB, too much for a file of its size, and was not opened; save it again in PowerPoint if you trust where it comes from.</source>
        <extracomment>{1}: self.name, {2}: self.most &gt;&gt; 20</extracomment>
        <translation>「{1}」解壓縮後超過 {2} MB，以這樣大小的檔案來說太多，因此沒有開啟；如果您信任它的來源，請在 PowerPoint 中重新儲存。</translation>
    </message>
    <message>
        <source>“{1}” was changed by another program since you opened it; save again to write over that, or save under another name to keep both.</source>
        <extracomment>{1}: file.path.name</extracomment>
        <translation>「{1}」在您開啟後被其他程式變更；再次儲存會覆寫，或以其他名稱儲存以保留兩者。</translation>
    </message>
    <message>
        <source>“{1}” was changed by hand or not made here; it is kept as “{2}”.</source>
        <extracomment>{1}: path.name, {2}: aside.name</extracomment>
        <translation>「{1}」經手動修改或不是在此製作；已保留為「{2}」。</translation>
    </message>
    <message>
        <source>“{1}” was not saved: there is no folder “{2}”; make it, or choose another one.</source>
        <extracomment>{1}: path.name, {2}: path.parent</extracomment>
        <translation>「{1}」沒有儲存：沒有資料夾「{2}」；請建立它，或選擇另一個資料夾。</translation>
    </message>
    <message>
        <source>“{1}” was not saved: {2}</source>
        <extracomment>{1}: path.name, {2}: wrong[0]</extracomment>
        <translation>未儲存「{1}」：{2}</translation>
    </message>
    <message>
        <source>“{1}” was saved by a newer Lecture Studio; update the program to open it.</source>
        <extracomment>{1}: path.name</extracomment>
        <translation>「{1}」由較新版的 Lecture Studio 儲存；請更新程式以開啟。</translation>
    </message>
    <message>
        <source>“{1}”, which the file includes, is not read; put its text into this file.</source>
        <extracomment>{1}: name</extracomment>
        <translation>檔案所引入的「{1}」不會讀取；請把其中的文字放進這個檔案。</translation>
    </message>
    <message>
        <source>“{1}”: {2}</source>
        <translation>「{1}」：{2}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Change</source>
        <translation>轉場</translation>
    </message>
    <message>
        <source>Change shortcuts in the preferences</source>
        <translation>在偏好設定中變更快速鍵</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>場景</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜尋動作與按鍵</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Action</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Actions and their shortcuts</source>
        <translation>動作與快速鍵</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>轉場</translation>
    </message>
    <message>
        <source>Choose an action</source>
        <translation>請選擇一個動作</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重設</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>場景</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜尋動作與按鍵</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Shortcut of “{action}”</source>
        <translation>「{action}」的快速鍵</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>改用於此</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} 已用於「{action}」。</translation>
    </message>
</context>
<context>
    <name>ShowChoice</name>
    <message>
        <source>A choice of your own</source>
        <translation>自行選擇</translation>
    </message>
    <message>
        <source>Slides of the video</source>
        <translation>影片的投影片</translation>
    </message>
    <message>
        <source>The deck has custom shows. Make the video of</source>
        <translation>這份簡報有自訂放映。影片要包含</translation>
    </message>
    <message>
        <source>The other slides stay in the lecture, hidden.</source>
        <translation>其他投影片會隱藏，仍留在課程中。</translation>
    </message>
    <message numerus="yes">
        <source>all slides (%n)</source>
        <translation>
            <numerusform>所有投影片（%n 張）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” (%n slide(s))</source>
        <translation>
            <numerusform>「{name}」（%n 張投影片）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message numerus="yes">
        <source>%n page(s) of it not used</source>
        <translation>
            <numerusform>其中 %n 頁未使用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected, to be looked at</source>
        <translation>
            <numerusform>已選取 %n 張，請看一下</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) shown as in “{name}”</source>
        <translation>
            <numerusform>%n 張投影片照「{name}」顯示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) without a page there</source>
        <translation>
            <numerusform>%n 張投影片在其中沒有頁面</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Matching “{name}” with the slides</source>
        <translation>將「{name}」與投影片配對</translation>
    </message>
    <message>
        <source>Reading “{name}”</source>
        <translation>讀取「{name}」</translation>
    </message>
    <message>
        <source>The picture is now “{name}”.</source>
        <translation>畫面現在是「{name}」。</translation>
    </message>
    <message>
        <source>The slides are shown as in “{name}” already.</source>
        <translation>投影片已經照「{name}」顯示。</translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}。</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>As for the lecture: {choice}</source>
        <translation>與課程相同：{choice}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Not saved yet; kept safe meanwhile</source>
        <translation>尚未儲存；已暫時保管</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>唯讀</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已於 {time} 儲存</translation>
    </message>
    <message>
        <source>Unsaved changes; kept safe meanwhile</source>
        <translation>有未儲存的變更；已暫時保管</translation>
    </message>
    <message>
        <source>What is being made</source>
        <translation>正在製作的內容</translation>
    </message>
</context>
<context>
    <name>Storyboard</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Change to scene {number}</source>
        <translation>切換到場景 {number}</translation>
    </message>
    <message>
        <source>Choose this change…</source>
        <translation>選擇這個轉場…</translation>
    </message>
    <message>
        <source>Fold all sections</source>
        <translation>摺疊所有章節</translation>
    </message>
    <message>
        <source>Fold section</source>
        <translation>摺疊章節</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隱藏</translation>
    </message>
    <message>
        <source>Import slides or an outline, or paste scenes from another lecture.</source>
        <translation>匯入簡報或大綱，或從其他課程貼上場景。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Join the section before</source>
        <translation>併入前一個章節</translation>
    </message>
    <message>
        <source>Left out: no words</source>
        <translation>已略過：沒有文字</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要注意</translation>
    </message>
    <message>
        <source>No scenes yet</source>
        <translation>尚無場景</translation>
    </message>
    <message>
        <source>No section</source>
        <translation>無章節</translation>
    </message>
    <message>
        <source>Private notes</source>
        <translation>私人備註</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已錄音</translation>
    </message>
    <message>
        <source>Rename section…</source>
        <translation>重新命名章節…</translation>
    </message>
    <message>
        <source>Scene {number}</source>
        <translation>場景 {number}</translation>
    </message>
    <message>
        <source>Section {name}, {scenes}</source>
        <translation>章節「{name}」，{scenes}</translation>
    </message>
    <message>
        <source>Section {name}, {scenes}, folded</source>
        <translation>章節「{name}」，{scenes}，已摺疊</translation>
    </message>
    <message>
        <source>Select its scenes</source>
        <translation>選取其中的場景</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>無聲</translation>
    </message>
    <message>
        <source>Slide is read out</source>
        <translation>朗讀投影片</translation>
    </message>
    <message>
        <source>Storyboard</source>
        <translation>分鏡表</translation>
    </message>
    <message>
        <source>Unfold all sections</source>
        <translation>展開所有章節</translation>
    </message>
    <message>
        <source>Unfold section</source>
        <translation>展開章節</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>about {length}</source>
        <translation>約 {length}</translation>
    </message>
    <message>
        <source>asked for {asked}, the video shows {shown}</source>
        <translation>指定「{asked}」，影片顯示「{shown}」</translation>
    </message>
    <message>
        <source>the slides are still being compared</source>
        <translation>仍在比對投影片</translation>
    </message>
    <message>
        <source>{name}, chosen for every change</source>
        <translation>{name}，套用於所有轉場</translation>
    </message>
    <message>
        <source>{name}, from the deck</source>
        <translation>{name}，依照簡報</translation>
    </message>
    <message>
        <source>{name}, set by you</source>
        <translation>{name}，由您設定</translation>
    </message>
    <message>
        <source>{name}, suggested</source>
        <translation>{name}，建議</translation>
    </message>
    <message>
        <source>{where}: {state}</source>
        <translation>{where}：{state}</translation>
    </message>
</context>
<context>
    <name>StoryboardDelegate</name>
    <message>
        <source>Name of the section</source>
        <translation>章節名稱</translation>
    </message>
    <message>
        <source>Title of the scene</source>
        <translation>場景標題</translation>
    </message>
</context>
<context>
    <name>StoryboardModel</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n 個場景</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoryboardView</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>Storyboard</source>
        <translation>分鏡表</translation>
    </message>
    <message>
        <source>Up and Down choose a scene, Left the change before it, Enter opens that change.</source>
        <translation>上下鍵選擇場景，左鍵選擇其前的轉場，Enter 鍵開啟該轉場。</translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>Suggested: {name}. {reason}.</source>
        <translation>建議：「{name}」。{reason}。</translation>
    </message>
    <message>
        <source>Take back what you chose here, pairs of objects too</source>
        <translation>取消您在這裡的選擇，包括物件的配對</translation>
    </message>
    <message>
        <source>Use suggestion</source>
        <translation>採用建議</translation>
    </message>
    <message>
        <source>{text} You chose one level for the whole lecture.</source>
        <translation>{text}您為整門課程選擇了同一個等級。</translation>
    </message>
    <message>
        <source>{text} {tip}.</source>
        <translation>{text}{tip}。</translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>Import slides or an outline to begin.</source>
        <translation>匯入簡報或大綱即可開始。</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>尚無可顯示的內容</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>This picture is being drawn…</source>
        <translation>正在繪製這個畫面…</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Where you are. Type a time and press Enter to go there</source>
        <translation>目前位置。輸入時間並按 Enter 鍵即可前往</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>A plain cut has no length; choose another change first</source>
        <translation>直接切換沒有長度，請先選擇其他轉場</translation>
    </message>
    <message>
        <source>Caption: {text}</source>
        <translation>字幕：{text}</translation>
    </message>
    <message>
        <source>Change to scene {number}: asked {level}, delivered {given}, {length}</source>
        <translation>切換到場景 {number}：指定「{level}」，實際「{given}」，{length}</translation>
    </message>
    <message>
        <source>Change to scene {number}: {level}, set by you, {length}</source>
        <translation>切換到場景 {number}：{level}，由您設定，{length}</translation>
    </message>
    <message>
        <source>Change to scene {number}: {level}, {length}</source>
        <translation>切換到場景 {number}：{level}，{length}</translation>
    </message>
    <message>
        <source>Double-click for its settings</source>
        <translation>按兩下開啟設定</translation>
    </message>
    <message>
        <source>Drag to let the scene stay longer</source>
        <translation>拖曳可讓場景停留更久</translation>
    </message>
    <message>
        <source>Drag to make the change longer or shorter</source>
        <translation>拖曳可調整轉場長度</translation>
    </message>
    <message>
        <source>Drag to trim the recording</source>
        <translation>拖曳可剪輯錄音</translation>
    </message>
    <message>
        <source>Enter goes there.</source>
        <translation>Enter 鍵移到該處。</translation>
    </message>
    <message>
        <source>Enter goes there; Alt+Left and Alt+Right change how long it stays.</source>
        <translation>Enter 鍵移到該處；Alt+左鍵與 Alt+右鍵調整停留時間。</translation>
    </message>
    <message>
        <source>Enter goes there; Alt+Left and Alt+Right trim its end, with Shift its start.</source>
        <translation>Enter 鍵移到該處；Alt+左鍵與 Alt+右鍵剪輯結尾，加按 Shift 剪輯開頭。</translation>
    </message>
    <message>
        <source>Enter opens its settings; Alt+Left and Alt+Right change its length.</source>
        <translation>Enter 鍵開啟設定；Alt+左鍵與 Alt+右鍵調整長度。</translation>
    </message>
    <message>
        <source>Never shorter than its narration ({length})</source>
        <translation>不會短於旁白（{length}）</translation>
    </message>
    <message>
        <source>Recording of scene {number}, {length}</source>
        <translation>場景 {number} 的錄音，{length}</translation>
    </message>
    <message>
        <source>Scene {number}: {title}, about {length}</source>
        <translation>場景 {number}：{title}，約 {length}</translation>
    </message>
    <message>
        <source>Scene {number}: {title}, {length}</source>
        <translation>場景 {number}：{title}，{length}</translation>
    </message>
    <message>
        <source>The change takes {length}</source>
        <translation>轉場長度為 {length}</translation>
    </message>
    <message>
        <source>The recording is still being read; try again in a moment</source>
        <translation>仍在讀取錄音，請稍候再試</translation>
    </message>
    <message>
        <source>The scene lasts {length}</source>
        <translation>場景長度為 {length}</translation>
    </message>
    <message>
        <source>The script sets the length of this change</source>
        <translation>這個轉場的長度由講稿設定</translation>
    </message>
    <message>
        <source>This lecture is open to be read only</source>
        <translation>這門課程以唯讀方式開啟</translation>
    </message>
    <message>
        <source>{length} of the recording are heard</source>
        <translation>播放錄音的 {length}</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Show less, but larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show more of the lecture</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Show the whole lecture</source>
        <translation>顯示整門課程</translation>
    </message>
    <message>
        <source>Snap to changes, sentences and the playhead</source>
        <translation>貼齊轉場、句子與播放位置</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>Import slides to see them here in time</source>
        <translation>匯入投影片後，會依時間顯示在這裡</translation>
    </message>
    <message>
        <source>Laying out the timeline…</source>
        <translation>正在排列時間軸…</translation>
    </message>
    <message>
        <source>No scene is shown in the video: all are hidden or left out</source>
        <translation>影片中沒有場景：全部都已隱藏或略過</translation>
    </message>
    <message>
        <source>Tab goes from clip to clip, Escape leaves them, plus and minus zoom.</source>
        <translation>Tab 鍵逐段移動，Esc 鍵離開，加號與減號縮放。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Timeline, {count}</source>
        <translation>時間軸，{count}</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Length of the lecture</source>
        <translation>課程長度</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>沒有音訊裝置</translation>
    </message>
    <message>
        <source>No sound device: the preview plays in silence</source>
        <translation>沒有音訊裝置：預覽以無聲播放</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>關閉聲音</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>開啟聲音</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Volume of the preview</source>
        <translation>預覽的音量</translation>
    </message>
</context>
<context>
    <name>UnsavedCard</name>
    <message>
        <source>Discard for good</source>
        <translation>永久捨棄</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>捨棄…</translation>
    </message>
    <message>
        <source>It was never saved.</source>
        <translation>從未儲存。</translation>
    </message>
    <message>
        <source>Its file is no longer at {path}.</source>
        <translation>檔案已不在 {path}。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>救回</translation>
    </message>
    <message>
        <source>Somebody else changed the file meanwhile; saving will ask before it writes over that.</source>
        <translation>檔案在此期間已被他人變更；儲存時會先詢問再覆寫。</translation>
    </message>
    <message>
        <source>The file was saved later than these changes.</source>
        <translation>檔案的儲存時間晚於這些變更。</translation>
    </message>
    <message>
        <source>Unsaved changes of “{name}” from {time}</source>
        <translation>「{name}」在 {time} 未儲存的變更</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Later</source>
        <translation>稍後</translation>
    </message>
    <message>
        <source>The program ended unexpectedly, but nothing you did is lost.</source>
        <translation>程式意外結束，但您所做的一切都沒有遺失。</translation>
    </message>
    <message>
        <source>They stay on the welcome page.</source>
        <translation>它們會留在歡迎頁面。</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未儲存的變更</translation>
    </message>
</context>
<context>
    <name>UpdateDialog</name>
    <message numerus="yes">
        <source>%n scene(s) changed, everything else stays as it was.</source>
        <translation>
            <numerusform>%n 個場景已更新，其餘維持原樣。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed slides and words</source>
        <translation>修改過的投影片與文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message numerus="yes">
        <source>In %n scene(s) both you and the deck changed the same words: yours are kept.</source>
        <translation>
            <numerusform>有 %n 個場景，您與簡報都修改了同一段文字：保留您的文字。</numerusform>
        </translation>
    </message>
    <message>
        <source>New slides</source>
        <translation>新增的投影片</translation>
    </message>
    <message>
        <source>Recordings to be checked</source>
        <translation>待確認的錄音</translation>
    </message>
    <message>
        <source>Slides that are gone</source>
        <translation>已移除的投影片</translation>
    </message>
    <message>
        <source>Undo the update</source>
        <translation>復原這次更新</translation>
    </message>
    <message>
        <source>Updated from “{name}”</source>
        <translation>已由「{name}」更新</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更新內容</translation>
    </message>
    <message>
        <source>Whole lecture</source>
        <translation>整門課程</translation>
    </message>
    <message>
        <source>Words to choose between</source>
        <translation>待選擇的文字</translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message>
        <source>Updating from “{name}”</source>
        <translation>正在由「{name}」更新</translation>
    </message>
    <message>
        <source>“{name}” has brought nothing new: the lecture is up to date.</source>
        <translation>「{name}」沒有新的內容：課程已是最新。</translation>
    </message>
</context>
<context>
    <name>VoiceList</name>
    <message>
        <source>Built in (espeak-ng)</source>
        <translation>內建（espeak-ng）</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Installed voices</source>
        <translation>已安裝的語音</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>試聽</translation>
    </message>
    <message>
        <source>Listen to the chosen voice</source>
        <translation>試聽所選的語音</translation>
    </message>
    <message>
        <source>Of the system</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Playing…</source>
        <translation>正在播放…</translation>
    </message>
    <message>
        <source>Search voices and languages</source>
        <translation>搜尋語音與語言</translation>
    </message>
    <message>
        <source>Speaking…</source>
        <translation>正在產生語音…</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>語音</translation>
    </message>
</context>
<context>
    <name>VoiceRow</name>
    <message>
        <source>Chosen by the program: {voice}</source>
        <translation>由程式選擇：{voice}</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>試聽</translation>
    </message>
    <message>
        <source>Listen to the voice for {language}</source>
        <translation>試聽{language}的語音</translation>
    </message>
    <message>
        <source>Voice for {language}</source>
        <translation>{language}的語音</translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n 種語言</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n 種語音</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for voices…</source>
        <translation>正在尋找語音…</translation>
    </message>
    <message>
        <source>New lectures</source>
        <translation>新課程</translation>
    </message>
    <message>
        <source>This lecture</source>
        <translation>這門課程</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>語音</translation>
    </message>
    <message>
        <source>{voices} in {languages} are installed; the program picks one for each sentence.</source>
        <translation>已安裝 {languages}、{voices}；程式會為每一句挑選。</translation>
    </message>
    <message>
        <source>“{voice}” reads everything; let each language have its own</source>
        <translation>全部由「{voice}」朗讀；讓每種語言使用各自的語音</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on with one that you saved.</source>
        <translation>繼續您儲存過的課程。</translation>
    </message>
    <message>
        <source>Import a PowerPoint…</source>
        <translation>匯入 PowerPoint…</translation>
    </message>
    <message>
        <source>Open a lecture…</source>
        <translation>開啟課程…</translation>
    </message>
    <message>
        <source>Open the sample lesson</source>
        <translation>開啟範例課程</translation>
    </message>
    <message>
        <source>Opening a file</source>
        <translation>正在開啟檔案</translation>
    </message>
    <message>
        <source>Or drop a file anywhere: slides, a PDF, pictures, an outline or a lecture.</source>
        <translation>或把檔案拖到任何地方：投影片、PDF、圖片、大綱或課程。</translation>
    </message>
    <message>
        <source>Outlines ({patterns})</source>
        <translation>大綱 ({patterns})</translation>
    </message>
    <message>
        <source>Recent lessons</source>
        <translation>最近的課程</translation>
    </message>
    <message>
        <source>Slides become a narrated, captioned video. Everything stays on this machine.</source>
        <translation>投影片變成有旁白與字幕的影片，所有資料都留在這部電腦上。</translation>
    </message>
    <message>
        <source>Slides, notes, recordings and transitions come along.</source>
        <translation>投影片、備忘稿、錄音與轉場都會一併匯入。</translation>
    </message>
    <message>
        <source>Start from an outline</source>
        <translation>從大綱開始</translation>
    </message>
    <message>
        <source>Start from an outline…</source>
        <translation>從大綱開始…</translation>
    </message>
    <message>
        <source>The water cycle, to try things on.</source>
        <translation>以「水循環」練習各項功能。</translation>
    </message>
    <message>
        <source>Written here, or Markdown, Word, OPML.</source>
        <translation>在這裡輸入，或使用 Markdown、Word、OPML。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 位元組</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小時前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分鐘前</numerusform>
        </translation>
    </message>
    <message>
        <source>Add pronunciation</source>
        <translation>新增發音</translation>
    </message>
    <message>
        <source>Add pronunciation of “{name}”</source>
        <translation>新增「{name}」的發音</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n similar change(s)</source>
        <translation>
            <numerusform>套用到 %n 個類似的轉場</numerusform>
        </translation>
    </message>
    <message>
        <source>Are drawn, as by a hand</source>
        <translation>如手繪般畫出</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>整個移動</translation>
    </message>
    <message>
        <source>Change pronunciation</source>
        <translation>修改發音</translation>
    </message>
    <message>
        <source>Change pronunciation of “{name}”</source>
        <translation>修改「{name}」的發音</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Choose for scenes without notes</source>
        <translation>設定無備忘稿場景的處理方式</translation>
    </message>
    <message>
        <source>Choose the slides of the video</source>
        <translation>選擇影片的投影片</translation>
    </message>
    <message>
        <source>Choose voice</source>
        <translation>選擇語音</translation>
    </message>
    <message>
        <source>Choose voice “{name}”</source>
        <translation>選擇語音「{name}」</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>覆蓋</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n scene(s)</source>
        <translation>
            <numerusform>刪除 %n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>刪除「{name}」</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>圖示</translation>
    </message>
    <message>
        <source>Dip through black</source>
        <translation>黑場淡化</translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation>交叉淡化</translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation>向下</translation>
    </message>
    <message numerus="yes">
        <source>Draw %n slide(s) here again</source>
        <translation>
            <numerusform>改回由本程式繪製 %n 張投影片</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw “{name}” here again</source>
        <translation>改回由本程式繪製「{name}」</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n scene(s)</source>
        <translation>
            <numerusform>製作 %n 個場景的複本</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate “{name}”</source>
        <translation>製作「{name}」的複本</translation>
    </message>
    <message>
        <source>Fade in</source>
        <translation>淡入</translation>
    </message>
    <message>
        <source>Fades only</source>
        <translation>僅用淡化</translation>
    </message>
    <message>
        <source>Film or sound</source>
        <translation>影片或聲音</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>群組</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n scene(s)</source>
        <translation>
            <numerusform>隱藏 %n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide “{name}”</source>
        <translation>隱藏「{name}」</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message numerus="yes">
        <source>Insert %n scene(s)</source>
        <translation>
            <numerusform>插入 %n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>Insert “{name}”</source>
        <translation>插入「{name}」</translation>
    </message>
    <message>
        <source>Join section with the one before</source>
        <translation>將章節併入前一個</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message numerus="yes">
        <source>Leave %n object(s) without a partner</source>
        <translation>
            <numerusform>讓 %n 個物件沒有對應</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Leave “{name}” without a partner</source>
        <translation>讓「{name}」沒有對應</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Letter by letter</source>
        <translation>逐字元</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>線條</translation>
    </message>
    <message numerus="yes">
        <source>Make %n paragraph(s) private</source>
        <translation>
            <numerusform>將 %n 個段落設為私人</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark recording as checked</source>
        <translation>將錄音標示為已確認</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n scene(s)</source>
        <translation>
            <numerusform>合併 %n 個場景</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n scene(s)</source>
        <translation>
            <numerusform>移動 %n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>Move “{name}”</source>
        <translation>移動「{name}」</translation>
    </message>
    <message>
        <source>Pair two objects</source>
        <translation>配對兩個物件</translation>
    </message>
    <message>
        <source>Pair “{name}” by hand</source>
        <translation>手動配對「{name}」</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n scene(s)</source>
        <translation>
            <numerusform>貼上 %n 個場景</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>推入</translation>
    </message>
    <message>
        <source>Read title and points</source>
        <translation>朗讀標題與要點</translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation>救回未儲存的變更</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n recording(s)</source>
        <translation>
            <numerusform>移除 %n 段錄音</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove pronunciation</source>
        <translation>移除發音</translation>
    </message>
    <message>
        <source>Remove pronunciation of “{name}”</source>
        <translation>移除「{name}」的發音</translation>
    </message>
    <message>
        <source>Rename lecture</source>
        <translation>重新命名課程</translation>
    </message>
    <message>
        <source>Rename scene</source>
        <translation>重新命名場景</translation>
    </message>
    <message>
        <source>Rename section</source>
        <translation>重新命名章節</translation>
    </message>
    <message>
        <source>Rename section “{name}”</source>
        <translation>重新命名章節「{name}」</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>重新命名「{name}」</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n picture(s)</source>
        <translation>
            <numerusform>更換 %n 個畫面</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace the picture of “{name}”</source>
        <translation>更換「{name}」的畫面</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已取代</translation>
    </message>
    <message numerus="yes">
        <source>Set direction of %n change(s)</source>
        <translation>
            <numerusform>設定 %n 個轉場的方向</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set how new things come in at %n change(s)</source>
        <translation>
            <numerusform>設定 %n 個轉場的新物件出現方式</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set how text moves in %n change(s)</source>
        <translation>
            <numerusform>設定 %n 個轉場的文字移動方式</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set language of %n scene(s)</source>
        <translation>
            <numerusform>設定 %n 個場景的語言</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set length of %n change(s)</source>
        <translation>
            <numerusform>設定 %n 個轉場的長度</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set length of %n scene(s)</source>
        <translation>
            <numerusform>設定 %n 個場景的長度</numerusform>
        </translation>
    </message>
    <message>
        <source>Set length of silent scenes</source>
        <translation>設定無聲場景的長度</translation>
    </message>
    <message>
        <source>Set length of “{name}”</source>
        <translation>設定「{name}」的長度</translation>
    </message>
    <message numerus="yes">
        <source>Set level of %n change(s)</source>
        <translation>
            <numerusform>設定 %n 個轉場的等級</numerusform>
        </translation>
    </message>
    <message>
        <source>Set level of all changes</source>
        <translation>設定所有轉場的等級</translation>
    </message>
    <message>
        <source>Set level of the change to “{name}”</source>
        <translation>設定切換到「{name}」的轉場等級</translation>
    </message>
    <message numerus="yes">
        <source>Set speaking during %n change(s)</source>
        <translation>
            <numerusform>設定 %n 個轉場期間的旁白</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set style of %n change(s)</source>
        <translation>
            <numerusform>設定 %n 個轉場的樣式</numerusform>
        </translation>
    </message>
    <message>
        <source>Set style of the change to “{name}”</source>
        <translation>設定切換到「{name}」的轉場樣式</translation>
    </message>
    <message numerus="yes">
        <source>Set the model of %n change(s)</source>
        <translation>
            <numerusform>設定 %n 個轉場的模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>圖案</translation>
    </message>
    <message numerus="yes">
        <source>Show %n scene(s)</source>
        <translation>
            <numerusform>顯示 %n 個場景</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n slide(s) as in a PDF</source>
        <translation>
            <numerusform>%n 張投影片照 PDF 顯示</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in silence</source>
        <translation>無聲顯示</translation>
    </message>
    <message>
        <source>Show “{name}”</source>
        <translation>顯示「{name}」</translation>
    </message>
    <message>
        <source>Smooth over several slides</source>
        <translation>在多張投影片間平滑</translation>
    </message>
    <message numerus="yes">
        <source>Speak %n private paragraph(s)</source>
        <translation>
            <numerusform>朗讀 %n 個私人段落</numerusform>
        </translation>
    </message>
    <message>
        <source>Split scene</source>
        <translation>分割場景</translation>
    </message>
    <message>
        <source>Split “{name}”</source>
        <translation>分割「{name}」</translation>
    </message>
    <message>
        <source>Start section</source>
        <translation>開始新章節</translation>
    </message>
    <message>
        <source>Start section “{name}”</source>
        <translation>開始章節「{name}」</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message numerus="yes">
        <source>Take back the pairing of %n object(s)</source>
        <translation>
            <numerusform>取消 %n 個物件的配對</numerusform>
        </translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>The shortest way</source>
        <translation>最短路徑</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>向左</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>向右</translation>
    </message>
    <message>
        <source>Trim recording</source>
        <translation>剪輯錄音</translation>
    </message>
    <message>
        <source>Type in “{name}”</source>
        <translation>在「{name}」中輸入</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>輸入文字</translation>
    </message>
    <message>
        <source>Update from the changed deck</source>
        <translation>以修改過的簡報更新</translation>
    </message>
    <message>
        <source>Update from “{name}”</source>
        <translation>由「{name}」更新</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>Use recording</source>
        <translation>使用錄音</translation>
    </message>
    <message>
        <source>Use recording “{name}”</source>
        <translation>使用錄音「{name}」</translation>
    </message>
    <message numerus="yes">
        <source>Use suggestion for %n change(s)</source>
        <translation>
            <numerusform>%n 個轉場採用建議</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the deck&apos;s words</source>
        <translation>採用簡報的文字</translation>
    </message>
    <message>
        <source>Use the deck&apos;s words in “{name}”</source>
        <translation>「{name}」採用簡報的文字</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>擦去</translation>
    </message>
    <message>
        <source>Word by word</source>
        <translation>逐詞</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>幾秒鐘</translation>
    </message>
    <message>
        <source>about {length}</source>
        <translation>約 {length}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>剛剛</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小時 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分鐘</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Reading the slides</source>
        <translation>正在讀取投影片</translation>
    </message>
</context>
</TS>
