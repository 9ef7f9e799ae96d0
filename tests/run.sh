#!/usr/bin/env bash
# Installs what is missing, builds, and runs every check. The last line is "N passed, M failed".
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../samples/setup.sh"
cd "$root"

passed=0
failed=0
logs=$root/build/logs
python=/usr/bin/python3

# step NAME COMMAND...: one check. Quiet when it passes; shows the end of its output when it fails.
# A command whose last line reads "P passed, F failed" counts as that many checks.
step() {
    local name=$1 log started=$EPOCHREALTIME status=0 count
    shift
    log=$logs/${name//[ \/]/-}.log
    "$@" >"$log" 2>&1 </dev/null || status=$?
    count=$(tail -n 1 "$log" | grep -Eo '^[0-9]+ passed, [0-9]+ failed$' || true)
    [[ -n $count ]] || count=$([[ $status -eq 0 ]] && echo "1 passed, 0 failed" || echo "0 passed, 1 failed")
    local good=${count%% passed*} bad=${count#*, }
    bad=${bad%% failed}
    [[ $status -ne 0 && $bad -eq 0 ]] && bad=1
    passed=$((passed + good))
    failed=$((failed + bad))
    if [[ $status -eq 0 ]]; then
        printf 'ok    %-58s %10s  (%d)\n' "$name" "$(seconds_since "$started")" "$good"
        return
    fi
    printf 'FAIL  %-58s %10s  (%d passed, %d failed)\n' "$name" "$(seconds_since "$started")" "$good" "$bad"
    tail -n 50 "$log" | sed 's/^/      | /'
    return "$status"
}

# install: the packages, and npm where there is none from elsewhere.
install() {
    local packages=("${build_packages[@]}" "${test_packages[@]}")
    command -v npm >/dev/null || packages+=(nodejs npm)
    require_packages "${packages[@]}"
}

# build PRESET: everything, warnings as errors.
build() { cmake --preset "$1" && cmake --build --preset "$1"; }

# run_ctest PRESET [ARGUMENTS]: one check for each test program.
run_ctest() {
    local preset=$1 output status=0 total bad
    shift
    output=$(ctest --test-dir "build/$preset" --output-on-failure --no-tests=error "$@" 2>&1) || status=$?
    printf '%s\n' "$output"
    total=$(sed -nE 's/.*tests failed out of ([0-9]+).*/\1/p' <<<"$output")
    bad=$(sed -nE 's/.* ([0-9]+) tests failed out of .*/\1/p' <<<"$output")
    [[ -z $total ]] || printf '%d passed, %d failed\n' $((total - bad)) "$bad"
    return "$status"
}

# each_sample COMMAND...: COMMAND with each produced file as last argument; counts files.
each_sample() {
    local good=0 bad=0 file
    for file in out/*.docx out/*.xlsx; do
        if [[ -f $file ]] && "$@" "$file"; then good=$((good + 1)); else bad=$((bad + 1)) && printf 'bad: %s\n' "$file"; fi
    done
    printf '%d passed, %d failed\n' "$good" "$bad"
    [[ $bad -eq 0 ]]
}

# samples_are_reproducible: made a second time, every sample has the same bytes. The pictures stay those of the first time.
samples_are_reproducible() {
    rm -rf build/out-first
    cp -r out build/out-first
    bash samples/run.sh --no-pictures >/dev/null && diff -rq --exclude=hinh build/out-first out || return 1
    [[ ! -d build/out-first/hinh ]] || mv build/out-first/hinh out/
}

# make_forms: blank Excel forms of the three headline templates, in build/forms.
make_forms() {
    local name
    mkdir -p build/forms
    for name in ke-hoach-iso du-toan bien-ban-danh-gia-noi-bo; do
        build/release/engine/vanban new "$name" -o "build/forms/$name.xlsx" --force --quiet || return 1
    done
}

forms_are_valid() { make_forms && bash tests/validate/sdk.sh build/forms/*.xlsx; }

check_format() {
    local sources
    mapfile -t sources < <(find engine tests -name '*.cpp' -o -name '*.hpp')
    clang-format --dry-run --Werror "${sources[@]}"
}

mkdir -p "$logs"
step "packages" install || true
step "samples" bash samples/run.sh || true
if compgen -G "out/*.docx" >/dev/null; then
    step "samples again: the same bytes" samples_are_reproducible || true
    step "samples: valid for the Open XML SDK" bash tests/validate/sdk.sh out/*.docx out/*.xlsx || true
    if [[ -f $root/../shared/ooxml-xsd/validate.sh ]]; then
        step "samples: valid for the schemas" each_sample sh "$root/../shared/ooxml-xsd/validate.sh" || true
    else
        printf 'note  no ../shared/ooxml-xsd beside the project: the second schema check is not part of this run\n'
    fi
    step "samples: geometry of the rendered pages" "$python" -B tests/geometry --pdf build/pdf out/*.docx || true
    step "samples: formulas recalculated" "$python" -B tests/validate/recalculate.py out/*.xlsx || true
    step "amounts in words, in documents and sheets" "$python" -B tests/validate/amounts_in_words.py build/release/engine/vanban || true
    step "samples: printed sheets" "$python" -B tests/validate/xlsx_print.py out/*.xlsx || true
    step "samples: the facts of the real documents" "$python" -B tests/facts/check.py || true
fi
step "data in all formats makes the same documents" "$python" -B tests/formats/check.py build/release/engine/vanban || true
step "hostile inputs: refused in time and memory" "$python" -B tests/validate/hostile.py build/release/engine/vanban || true
step "Excel forms: filled in, saved by LibreOffice, the same documents" "$python" -B tests/validate/forms.py build/release/engine/vanban || true
step "Excel forms: valid for the Open XML SDK" forms_are_valid || true
step "JSON Schemas against the data of the samples" "$python" -B tests/validate/schemas.py build/release/engine/vanban || true
step "broken inputs: right messages, nothing left behind" "$python" -B tests/validate/broken_inputs.py build/release/engine/vanban || true
step "batch: killed at any moment and resumed" "$python" -B tests/batch/kill_and_resume.py build/release/engine/vanban 200 || true
step "batch: disks that refuse" "$python" -B tests/batch/store_faults.py build/release/engine/vanban || true
step "batch: shards under GNU parallel" bash tests/batch/shards.sh build/release/engine/vanban || true
step "batch: one print job in LibreOffice" "$python" -B tests/batch/print_file.py build/release/engine/vanban --folder build/print || true
step "batch: the print jobs are valid for the Open XML SDK" bash tests/validate/sdk.sh build/print/in-lien.docx build/print/in-hai-mat.docx || true
step "geometry checks find deliberate faults" "$python" -B tests/geometry/selftest.py || true
if step "build, warnings as errors, with sanitizers" build sanitize; then
    step "unit tests, architecture and fuzz replays under sanitizers" run_ctest sanitize || true
fi
step "templates fit the schema for editors" xmllint --noout --relaxng templates/mau.rng templates/*.xml templates/the-thuc/loi-van.xml || true
step "format" check_format || true

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[[ $failed -eq 0 ]]
