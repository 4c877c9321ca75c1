"""Old documents made for the measurement of import: as officers write them by hand in Word, and lists in Excel.

``shapes`` says which ways of writing there are, ``documents`` writes an office's papers in one of them, ``people`` and
``score_sheets`` write Excel files, ``offices`` has invented offices with other laws, titles and posts than the
examples. What they hold is the office's data alone: nothing here knows how the import finds it again.
"""
