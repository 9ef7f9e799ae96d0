#!/usr/bin/env bash
# Four shards under GNU parallel against one run: the same files, and a merged report equal to its report.
# Usage: shards.sh PROGRAM. The last line is "N passed, M failed".
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(realpath "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
passed=0
failed=0

# check NAME COMMAND...: one check.
check() {
    local name=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)) && printf 'FAIL  %s\n' "$name"; fi
}

# batch OUT ARGUMENTS...: exit code 1 is right where the one wrong record is, 0 elsewhere.
batch() {
    local out=$1 status=0
    shift
    (cd "$out" && "$program" batch ../records.jsonl -t bien-ban-danh-gia-noi-bo --with ../shared.yaml --so-tu 100 --quiet \
        -o 'files/{{ don_vi }}/{{ so }} {{ ma }}.docx' "$@" 2>/dev/null) || status=$?
    [[ $status -le 1 ]]
}
export -f batch
export program

PYTHONPATH=$here /usr/bin/python3 -B -c 'import records_of_minutes, pathlib; records_of_minutes.write(pathlib.Path("."), 1000)'
sed -i '500s/gio_bat_dau/gio_batdau/' records.jsonl
mkdir one four
check "one run" batch one --report ../one.json
check "four shards" parallel --will-cite -j 2 batch four --shard '{}/4' --report '../part-{}.json' ::: 1 2 3 4
check "merged report" "$program" batch --merge-reports part-*.json -o all.json --quiet
check "reports are equal" cmp one.json all.json
check "files are equal" diff -rq --exclude='.vanban-*' one four
check "as many as there are records, less the wrong one" test "$(find four -name '*.docx' | wc -l)" -eq 999
printf '%d passed, %d failed\n' "$passed" "$failed"
[[ $failed -eq 0 ]]
