"""Many offices: finds their workbooks, builds or compares them on all cores, and writes what comes out."""

from pipeline.batch.comparing import read_figures, write_comparison
from pipeline.batch.jobs import Job, Options, Outcome, Status, find_jobs, find_workbooks
from pipeline.batch.office import build, check
from pipeline.batch.pictures import documents, picture
from pipeline.batch.pool import check_all, run, run_on
from pipeline.batch.printing import print_pdfs, tell_old_pdfs
from pipeline.batch.single import write_new, write_report
from pipeline.batch.templates import unsound

__all__ = [
    "Job",
    "Options",
    "Outcome",
    "Status",
    "build",
    "check",
    "check_all",
    "documents",
    "find_jobs",
    "find_workbooks",
    "picture",
    "print_pdfs",
    "read_figures",
    "run",
    "run_on",
    "tell_old_pdfs",
    "unsound",
    "write_comparison",
    "write_new",
    "write_report",
]
