#!/usr/bin/env bash
# Installs what is missing, builds the program, and makes every sample into out/.
# samples/<name>/ holds one document's data and, if it has one, the agency's co-quan.yaml; loi/ holds broken input.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# make_sample FOLDER: renders its documents; a second document in a folder carries its own name.
make_sample() {
    local folder=$1 name agency=() document output started
    name=$(basename "$folder")
    [[ -f $folder/co-quan.yaml ]] && agency=("$folder/co-quan.yaml")
    local documents=()
    for document in "$folder"/*.yaml "$folder"/*.json; do
        [[ -f $document && $document != */co-quan.yaml ]] && documents+=("$document")
    done
    if [[ ${#documents[@]} -eq 0 ]]; then
        printf 'FAIL  %s: no document in the folder\n' "$name"
        return 1
    fi
    for document in "${documents[@]}"; do
        output=out/$name.docx
        [[ ${#documents[@]} -gt 1 ]] && output=out/$name-$(basename "${document%.*}").docx
        started=$EPOCHREALTIME
        if ! "$vanban" render --quiet "${agency[@]}" "$document" -o "$root/$output"; then
            printf 'FAIL  %s\n' "$output"
            return 1
        fi
        printf 'made  %-44s %s\n' "$output" "$(seconds_since "$started")"
        made+=("$output")
    done
}

require_packages "${build_packages[@]}"
started=$EPOCHREALTIME
mkdir -p "$root/build"
if ! build_program >"$root/build/release.log" 2>&1; then
    tail -n 60 "$root/build/release.log"
    printf 'FAIL  build of the program (log: build/release.log)\n'
    exit 1
fi
printf 'built %-44s %s\n' build/release/engine/vanban "$(seconds_since "$started")"

rm -rf "$root/out"
mkdir -p "$root/out"
made=()
failed=0
for folder in "$root"/samples/*/; do
    folder=${folder%/}
    [[ $(basename "$folder") == loi ]] || make_sample "$folder" || failed=$((failed + 1))
done

printf '\n%d files in out/, %d samples failed\n' "${#made[@]}" "$failed"
for output in "${made[@]}"; do printf '    %s\n' "$output"; done
[[ $failed -eq 0 && ${#made[@]} -gt 0 ]]
