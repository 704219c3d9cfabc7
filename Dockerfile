# Two stages: the first installs, compiles and collects; the second holds only what runs.
FROM python:3.13-slim-trixie AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements.txt /tmp/requirements.txt
RUN /opt/venv/bin/pip install --require-hashes --only-binary :all: --requirement /tmp/requirements.txt \
    && /opt/venv/bin/pip uninstall --yes pip

COPY . /opt/portal
WORKDIR /opt/portal
# Nothing secret is needed to compile and collect; the key below is used for nothing and kept nowhere.
RUN export SECRET_KEY=build-only PORTAL_HOME=/opt/home \
    && /opt/venv/bin/python manage.py compile_translations \
    && /opt/venv/bin/python manage.py collectstatic --no-input --verbosity 0 \
    && /opt/venv/bin/python -m compileall -q iad_portal relations networks plans news \
    && mv /opt/home/static /opt/static


FROM python:3.13-slim-trixie

# pg_dump, pg_restore and psql, for `backup` and `restore`: as new as the server in compose.yaml. And what Pillow needs to
# place the marks of Thai in pictures of shared links.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client-17 libfribidi0 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 portal \
    && useradd --uid 10001 --gid portal --no-create-home --shell /usr/sbin/nologin portal \
    && install -d -o portal -g portal -m 0750 /srv/portal/media /srv/portal/backups

# Code and static files belong to root: the portal can write nowhere but in its two volumes.
COPY --from=build /opt/venv /opt/venv
COPY --from=build /opt/portal /opt/portal
COPY --from=build /opt/static /srv/portal/static
# One heap for all threads of a worker: each of several keeps room that the others lack, 10 MB in all.
ENV MALLOC_ARENA_MAX=1
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PORTAL_HOME=/srv/portal BIND=0.0.0.0:8000
WORKDIR /opt/portal
USER portal
VOLUME ["/srv/portal/media", "/srv/portal/backups"]
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "deploy/healthcheck.py"]
CMD ["gunicorn", "--config", "deploy/gunicorn.conf.py", "iad_portal.wsgi"]
