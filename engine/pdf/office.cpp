// LibreOfficeKit by dlopen: the tables of functions that its entry point gives, as far as they are needed here.
#include "pdf/office.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace vanban::pdf {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kUsualPlaces{"/usr/lib/libreoffice/program",
                                                       "/usr/lib64/libreoffice/program",
                                                       "/usr/local/lib/libreoffice/program",
                                                       "/opt/libreoffice/program",
                                                       "/snap/libreoffice/current/lib/libreoffice/program",
                                                       "/Applications/LibreOffice.app/Contents/Frameworks"};

extern "C" {

/// The beginning of the tables of LibreOfficeKit.h. They only ever grow at their ends (`size` says how far), so this
/// much holds for every version since 5.2.
struct KitDocument {
    struct Class {
        std::size_t size;
        void (*destroy)(KitDocument*);
        int (*save_as)(KitDocument*, const char* url, const char* format, const char* filter_options);
    };
    Class* functions;
};

struct Kit {
    struct Class {
        std::size_t size;
        void (*destroy)(Kit*);
        KitDocument* (*load)(Kit*, const char* url);
        char* (*error)(Kit*);
        KitDocument* (*load_with_options)(Kit*, const char* url, const char* options);
        void (*free_error)(char*);
    };
    Class* functions;
};

using KitEntry = Kit*(const char* folder, const char* profile_url);
}

constexpr const char* kEntryName = "libreofficekit_hook_2";
#ifdef __APPLE__
constexpr std::array<const char*, 2> kLibraries{"libsofficeapp.dylib", "libmergedlo.dylib"};
#else
constexpr std::array<const char*, 2> kLibraries{"libsofficeapp.so", "libmergedlo.so"};
#endif

/// The entry point; nullptr if no library of `folder` has one. The library stays loaded.
KitEntry* load_entry(const fs::path& folder) {
    for (const char* name : kLibraries)
        if (void* const library = ::dlopen((folder / name).c_str(), RTLD_LAZY | RTLD_LOCAL))
            if (void* const entry = ::dlsym(library, kEntryName)) return reinterpret_cast<KitEntry*>(entry);
    return nullptr;
}

/// Options of the filter "writer_pdf_Export", as LibreOffice reads them since 7.4.
constexpr const char* kKeepBlankPages = R"({"IsSkipEmptyPages":{"type":"boolean","value":"false"}})";
constexpr const char* kLeaveOutBlankPages = R"({"IsSkipEmptyPages":{"type":"boolean","value":"true"}})";

bool holds_libreoffice(const fs::path& folder) {
    std::error_code error;
    return std::any_of(kLibraries.begin(), kLibraries.end(),
                       [&](const char* library) { return fs::exists(folder / library, error); });
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~/").find(c) != std::string_view::npos;
}

/// file: URL of an absolute path (RFC 8089).
std::string url_of(std::string_view path) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string url = "file://";
    for (const char c : path) {
        if (is_unreserved(c)) {
            url += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        url += '%';
        url += kDigits[byte >> 4];
        url += kDigits[byte & 15];
    }
    return url;
}

}  // namespace

struct Office::State {
    Kit* kit = nullptr;  ///< Lives as long as the process: ending it is known to crash.

    std::string error() const {
        char* text = kit->functions->error(kit);
        std::string result = text && *text ? text : "LibreOffice";
        if (text) kit->functions->free_error(text);
        return result;
    }
};

std::optional<std::string> find_libreoffice(const std::string& wanted) {
    if (!wanted.empty()) {
        for (const fs::path& folder : {fs::path(wanted), fs::path(wanted) / "program"})
            if (holds_libreoffice(folder)) return folder.string();
        return std::nullopt;
    }
    for (const std::string_view place : kUsualPlaces)
        if (holds_libreoffice(place)) return std::string(place);
    return std::nullopt;
}

std::optional<Office> Office::start(const std::string& folder, const std::string& profile) {
    KitEntry* const entry = load_entry(folder);
    Kit* const kit = entry ? entry(folder.c_str(), url_of(profile).c_str()) : nullptr;
    if (!kit || kit->functions->size < sizeof(Kit::Class)) return std::nullopt;
    return Office(std::make_unique<State>(State{kit}));
}

Office::Office(std::unique_ptr<State> state) : state_(std::move(state)) {}
Office::Office(Office&&) noexcept = default;
Office& Office::operator=(Office&&) noexcept = default;
Office::~Office() = default;

std::string Office::convert(const std::string& from, const std::string& to, BlankPages blank_pages) {
    const char* const options = blank_pages == BlankPages::Kept ? kKeepBlankPages : kLeaveOutBlankPages;
    KitDocument* const document = state_->kit->functions->load(state_->kit, url_of(from).c_str());
    if (!document) return state_->error();
    const bool saved = document->functions->save_as(document, url_of(to).c_str(), "pdf", options) != 0;
    document->functions->destroy(document);
    return saved ? std::string() : state_->error();
}

}  // namespace vanban::pdf
