// The loop of the process that holds LibreOffice.
#include "pdf/worker.hpp"

#include "pdf/channel.hpp"
#include "pdf/office.hpp"

namespace vanban::pdf {

int serve(int descriptor, const std::string& folder, const std::string& profile) {
    auto office = Office::start(folder, profile);
    if (!send_text(descriptor, office ? "" : folder) || !office) return 1;
    while (true) {
        const Received from = receive_text(descriptor, std::nullopt);
        const Received to = from.text ? receive_text(descriptor, std::nullopt) : Received{};
        const Received blank_pages = to.text ? receive_text(descriptor, std::nullopt) : Received{};
        if (!blank_pages.text) return 0;
        const BlankPages kept = *blank_pages.text == kKept ? BlankPages::Kept : BlankPages::LeftOut;
        if (!send_text(descriptor, office->convert(*from.text, *to.text, kept))) return 1;
    }
}

}  // namespace vanban::pdf
