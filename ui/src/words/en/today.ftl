## Today
import-reports = Import reports
late = Late
late-none = No report is late.
late-caption = Reports past due
late-by = Late by
message = Message
message-to = To { $to }
message-copied = Message to { $name } copied
message-not-copied = The message could not be copied. Select its text and copy it from there.
copy = Copy
next = Next
next-caption = What falls due in the coming days
to-review = To review
red = Red
red-unit = % of target
contradictions = Cannot both be true
