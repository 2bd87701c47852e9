# docker build -t actlas .
# docker run --rm -v "$PWD:/data" --user "$(id -u):$(id -g)" actlas build atlas.toml
FROM debian:12 AS build
WORKDIR /src
# The packages are installed before the sources are there, so that a change of these does not install them again.
COPY scripts/install-dependencies.sh scripts/
RUN scripts/install-dependencies.sh --program
RUN apt-get install -y -qq --no-install-recommends dpkg-dev file
COPY . .
RUN cmake --preset program && cmake --build --preset program && cpack -G DEB --config build/program/CPackConfig.cmake -B /packages

FROM debian:12
COPY --from=build /packages/*.deb /packages/
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends /packages/*.deb \
    && rm -rf /packages /var/lib/apt/lists/*
WORKDIR /data
ENTRYPOINT ["actlas"]
