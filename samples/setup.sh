# Shared by samples/run.sh and tests/run.sh: where the project is, and the packages it needs. Sourced, not run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LC_ALL=C.UTF-8

# What Debian 12 needs to build the program, and what else the tests use.
build_packages=(cmake ninja-build g++ pkg-config libpugixml-dev libxlsxwriter-dev libboost-test-dev libdeflate-dev
    libminizip-dev libyaml-cpp-dev libsimdjson-dev libicu-dev libmd4c-dev libfmt-dev libcli11-dev libexpected-dev libpng-dev libxxhash-dev
    zlib1g-dev libexpat1-dev libqpdf-dev)
test_packages=(fonts-liberation2 fontconfig poppler-utils libreoffice-writer-nogui libreoffice-calc-nogui
    python3 python3-lxml python3-pil python3-numpy python3-openpyxl python3-jsonschema python3-yaml libxml2-utils clang-format parallel)

# require_packages NAME...: installs those that are missing; without the right to do so, says which and fails.
require_packages() {
    local missing=() package as_root=()
    for package in "$@"; do
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    [[ ${#missing[@]} -eq 0 ]] && return
    if [[ $(id -u) -ne 0 ]]; then
        if ! command -v sudo >/dev/null; then
            printf 'Missing packages, and neither root nor sudo to install them:\n    apt-get install %s\n' "${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    printf 'installing %s\n' "${missing[*]}"
    "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build_program: the release build of the one target that samples need. Leaves its path in $vanban.
build_program() {
    vanban=$root/build/release/engine/vanban
    (cd "$root" && cmake --preset release && cmake --build --preset release --target vanban)
}

# seconds_since START: what has passed since $EPOCHREALTIME was START, as "1.2 s".
seconds_since() {
    local now=$EPOCHREALTIME
    local tenths=$(((${now/[.,]/} - ${1/[.,]/}) / 100000))
    printf '%d.%d s' $((tenths / 10)) $((tenths % 10))
}
