## Files that can’t be read

refusal-encrypted = { $file } is locked with a password. Ask for a copy without one.
refusal-not-a-spreadsheet = { $file } is no spreadsheet: it holds no rows of cells. Send the report as XLSX or CSV.
refusal-damaged = { $file } is damaged and can’t be read. Open it in a spreadsheet program, save it under a new name and import that.
refusal-too-large = { $file } is larger than any report. Send the sheet of the report alone.
refusal-empty = { $file } is empty. Check that the right file was sent.
refusal-short-encrypted = Locked with a password. Ask for an open copy.
refusal-short-not-a-spreadsheet = No spreadsheet. Ask for XLSX or CSV.
refusal-short-damaged = Damaged. Save it anew in a spreadsheet program.
refusal-short-too-large = Too large. Send the report’s sheet alone.
refusal-short-empty = Empty. Check that the right file was sent.

## Questions about a file
## question-FIELD-WHY; question-FIELD stands in where a reason has no words of its own.

question-at = { $place }: { $question }
question-distributor = “{ $text }”: which distributor is it?
question-distributor-not-said = The file names no distributor on the register. Who sent it?
question-distributor-several = “{ $text }” fits several distributors. Which one is it?
question-distributor-resembles = “{ $text }” is not on the register. Which distributor is it?
question-distributor-disagree = “{ $text }” and another place name different distributors. Which one is it?
question-kind = Is it a weekly update or a monthly summary?
question-kind-not-said = The sheet does not say what it is. Is it a weekly update or a monthly summary?
question-period = “{ $text }”: which week or month is it?
question-period-not-said = The file does not say which week or month it is about. Which one is it?
question-period-several = “{ $text }” fits several weeks or months. Which one is it?
question-period-day-or-month = “{ $text }”: which is the day, and which the month?
question-period-disagree = “{ $text }” and another place name different periods. Which one is it?
question-currency = “{ $text }”: which currency is it?
question-currency-not-said = The amounts name no currency. Which one is it?
question-currency-several = “{ $text }” is the sign of several currencies. Which one is it?
question-currency-disagree = “{ $text }” differs from the currency on the register. Which one is it?
question-measure = { $measure }: what is the value of “{ $text }”?
question-measure-not-said = { $measure }: where is it stated?
question-measure-several = { $measure }: several cells could be it. Which value is right?
question-measure-resembles = Is “{ $text }” the figure for { $measure }?
question-measure-day-or-month = { $measure }: “{ $text }” was turned into a date. What is the value?
question-measure-separator = { $measure }: does “{ $text }” hold thousands or decimals?
question-measure-unit = { $measure }: what is “{ $text }” counted in?
question-measure-disagree = { $measure }: two places disagree, one says “{ $text }”. Which value is right?
question-measure-cell-error = { $measure }: the cell shows the error { $text }. What is the value?
question-measure-no-value = { $measure }: the cell holds a formula, and its result was not saved. What is the value?
question-measure-approximate = { $measure }: “{ $text }” is not exact. What is the value?
question-measure-other-currency = { $measure }: “{ $text }” is in another currency than the report. What is the amount in the report’s currency?
question-measure-not-a-number = { $measure }: “{ $text }” is not a number. What is the value?
question-measure-implausible = { $measure }: “{ $text }” can’t be right. What is the value?
kind-lines = List of sales
