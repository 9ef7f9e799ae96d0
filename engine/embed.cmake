# Writes OUTPUT, a C++ source that holds the text of every template below FOLDER: cmake -DFOLDER=… -DOUTPUT=… -P embed.cmake
file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/*.xml)
list(SORT files)
set(rows "")
foreach(file ${files})
  file(READ ${FOLDER}/${file} text)
  string(REGEX REPLACE "\\.xml$" "" name ${file})
  string(APPEND rows "    {\"${name}\", R\"vanban_xml(${text})vanban_xml\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT [[// Generated from templates/ by embed.cmake.
#include "builtin.hpp"

namespace vanban {
namespace {
constexpr BuiltinFile kFiles[] = {
@rows@};
}  // namespace

std::span<const BuiltinFile> builtin_files() { return kFiles; }

}  // namespace vanban
]])
