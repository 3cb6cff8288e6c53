# A stand-in for the official image postgres, for networks without a registry of images: takes the
# same variables POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB. Made by the script "build".
ARG DEBIAN
FROM ${DEBIAN}

RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /usr/share/doc/* \
 && ln -s /usr/lib/postgresql/*/bin /usr/lib/postgresql/bin \
 && install -d -m 0700 -o postgres -g postgres /var/lib/postgresql/data

ENV PATH=/usr/lib/postgresql/bin:$PATH LANG=C.UTF-8 PGDATA=/var/lib/postgresql/data
COPY postgres-entrypoint /usr/local/bin/
USER postgres
VOLUME /var/lib/postgresql/data
EXPOSE 5432
STOPSIGNAL SIGINT
ENTRYPOINT ["postgres-entrypoint"]
CMD ["postgres"]
