#!/usr/bin/env bash
# Installs what is missing, builds the program, makes every sample into out/ and a picture of its first page into out/hinh/.
# samples/<name>/ holds one document's data and, if it has one, the agency's co-quan.yaml; loi/ holds broken input. The formats
# that a sample is made in stand in its dinh-dang.txt, as --to takes them (docx, xlsx, both); without that file it is docx.
#   --no-pictures   the documents alone
#   --gallery       also draws the sheet of all first pages, samples/bo-suu-tap.png
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

picture_packages=(fonts-liberation2 fontconfig poppler-utils libreoffice-writer-nogui python3 python3-pil)
pictures=yes
sheet=()
for option in "$@"; do
    case $option in
        --no-pictures) pictures=no ;;
        --gallery) sheet=("$root/samples/bo-suu-tap.png") ;;
        *) printf 'usage: samples/run.sh [--no-pictures | --gallery]\n' >&2 && exit 2 ;;
    esac
done

# make_sample FOLDER: renders its documents; a second document in a folder carries its own name.
make_sample() {
    local folder=$1 name agency=() document output started to=docx form
    name=$(basename "$folder")
    [[ -f $folder/dinh-dang.txt ]] && to=$(<"$folder/dinh-dang.txt")
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
        output=out/$name
        [[ ${#documents[@]} -gt 1 ]] && output=out/$name-$(basename "${document%.*}")
        for form in docx xlsx; do
            [[ $to == "$form" || $to == both ]] || continue
            started=$EPOCHREALTIME
            if ! "$vanban" render --quiet "${agency[@]}" "$document" -o "$root/$output.$form"; then
                printf 'FAIL  %s\n' "$output.$form"
                return 1
            fi
            printf 'made  %-44s %s\n' "$output.$form" "$(seconds_since "$started")"
            made+=("$output.$form")
        done
    done
}

# make_pictures: of everything in out/. The PDFs that they are made from stay in build/pdf, for the tests.
make_pictures() {
    local started=$EPOCHREALTIME
    /usr/bin/python3 -B "$root/samples/gallery.py" "$root/out" "$root/build/pdf" "${sheet[@]}" || return 1
    printf 'made  %-44s %s\n' 'out/hinh/*.png' "$(seconds_since "$started")"
}

packages=("${build_packages[@]}")
[[ $pictures == yes ]] && packages+=("${picture_packages[@]}")
require_packages "${packages[@]}"
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

[[ $pictures == no ]] || make_pictures || failed=$((failed + 1))

printf '\n%d files in out/, %d samples failed\n' "${#made[@]}" "$failed"
for output in "${made[@]}"; do printf '    %s\n' "$output"; done
[[ $failed -eq 0 && ${#made[@]} -gt 0 ]]
