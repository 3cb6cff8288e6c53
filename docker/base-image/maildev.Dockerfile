# A stand-in for the official image maildev/maildev, for networks without a registry of images. Made
# by the script "build".
ARG DEBIAN
FROM ${DEBIAN}

RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /usr/share/doc/* \
 && useradd --uid 1000 --create-home node

COPY maildev/ /opt/maildev/

USER node
EXPOSE 1025 1080
ENTRYPOINT ["node", "/opt/maildev/node_modules/maildev/bin/maildev"]
