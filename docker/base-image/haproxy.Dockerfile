# A stand-in for the official image haproxy, for networks without a registry of images. Made by the
# script "build".
ARG DEBIAN
FROM ${DEBIAN}

RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends haproxy \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /usr/share/doc/*

# The user of the official image has this number too.
RUN usermod --non-unique --uid 99 haproxy && groupmod --non-unique --gid 99 haproxy
USER haproxy
STOPSIGNAL SIGUSR1
CMD ["haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"]
