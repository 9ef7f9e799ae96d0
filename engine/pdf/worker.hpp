// The process that holds LibreOffice: it may hang or crash on a document, and the run that prints thousands must not.
#pragma once

#include <string>

namespace vanban::pdf {

/// Answers on the socket `descriptor` until the other end closes it: for each two texts (from, to), each ended by a
/// zero byte, one text: empty if the PDF was made, else the reason. The first text sent says whether LibreOffice
/// started. The exit code of the process.
int serve(int descriptor, const std::string& folder, const std::string& profile);

}  // namespace vanban::pdf
