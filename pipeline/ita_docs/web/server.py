"""What every answer of the page needs: the jobs, the workers, the views, and who may see which job."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ita_docs.web.bounds import Bounds
from ita_docs.web.jobs import WebJob, WebJobs
from ita_docs.web.pool import Pool
from ita_docs.web.steps import Steps
from ita_docs.web.views import Views

COOKIE = "ita-docs-job"
"""The cookie with the key of a job; it goes only to the job's own addresses."""


class WebServer:
    """One server: its bounds, jobs, workers, steps and views."""

    def __init__(self, bounds: Bounds, keep_folder: Path | None) -> None:
        self.bounds = bounds
        self.views = Views(bounds, str(keep_folder or ""))
        self.jobs = WebJobs(bounds.keep, bounds.jobs)
        self.pool = Pool(bounds, temporary=str(self.jobs.temporary))
        self.steps = Steps(self.pool)

    @asynccontextmanager
    async def running(self, _app: Starlette) -> AsyncIterator[None]:
        """While the page is served: old jobs are removed now and then, and all of them at the end."""
        sweeping = asyncio.create_task(self._sweep())
        try:
            yield
        finally:
            sweeping.cancel()
            await asyncio.to_thread(self.pool.close)
            self.jobs.close()

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(self.bounds.sweep)
            with suppress(OSError):
                for job in self.jobs.sweep():
                    self.steps.stop(job)

    def job(self, request: Request, kind: str = "") -> WebJob:
        """The job that the address names, for whoever has its key; to all others there is no such page."""
        job = self.jobs.get(request.path_params["id"], request.cookies.get(COOKIE, ""))
        if job is None or (kind and job.kind != kind):
            raise HTTPException(404)
        return job

    def to(self, job: WebJob, view: str = "") -> Response:
        """On to a page of the job, with its key."""
        there = RedirectResponse(f"/work/{job.id}{view}", status_code=303)
        secure = not self.bounds.local
        there.set_cookie(COOKIE, job.key, path=f"/work/{job.id}", httponly=True, samesite="strict", secure=secure)
        return there
