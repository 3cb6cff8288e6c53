# A stand-in for the official image maven, for networks without a registry of images. Made by the
# script "build".
ARG DEBIAN
FROM ${DEBIAN}

# Before Java is installed, which makes a store of all certificates there are.
COPY certificates/ /usr/local/share/ca-certificates/
RUN mkdir -p /usr/share/man/man1 \
 && apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jdk-headless maven \
 && update-ca-certificates \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /usr/share/man/* /usr/share/doc/*

CMD ["mvn"]
