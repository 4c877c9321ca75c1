"""Excel files made for people: the report of a run, the summary of scores, the follow-up tracker."""
