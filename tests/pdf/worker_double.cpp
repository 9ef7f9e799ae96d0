// Stands in for the process that holds LibreOffice. First argument: how it behaves; then the folder and the profile.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string_view>

#include "pdf/channel.hpp"

using namespace vanban::pdf;

namespace {

/// The "PDF" is the document in brackets, the number of documents made by this process, and "+" where blank pages stay.
void convert(const std::string& from, const std::string& to, int count, bool blank_pages) {
    std::ifstream in(from, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::ofstream(to, std::ios::binary) << '[' << text << ']' << count << (blank_pages ? "+" : "");
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (mode == "no-start") return 1;
    if (mode == "slow-start") ::pause();
    send_text(0, "");
    for (int count = 1;; ++count) {
        const auto from = receive_text(0, std::nullopt);
        const auto to = receive_text(0, std::nullopt);
        const auto blank_pages = receive_text(0, std::nullopt);
        if (!blank_pages.text) return 0;
        if (mode == "hangs-on-second" && count == 2) ::pause();
        if (mode == "slow") ::usleep(900'000);
        if (mode == "crashes") return 139;
        if (mode == "refuses") {
            send_text(0, "General Error");
            continue;
        }
        if (mode != "makes-nothing") convert(*from.text, *to.text, count, *blank_pages.text == kKept);
        send_text(0, "");
    }
}
