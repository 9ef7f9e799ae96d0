// Copies a package entry by entry; only the entries that change are inflated, all of the library's making and well
// formed.
#include "xlsx/repack.hpp"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <charconv>
#include <limits>

#include "opc/core_properties.hpp"
#include "opc/zip.hpp"
#include "xlsx/limits.hpp"

namespace vanban::xlsx {
namespace {

constexpr int kLevel = 6;
constexpr std::string_view kCoreEntry = "docProps/core.xml";
constexpr std::string_view kStylesEntry = "xl/styles.xml";
constexpr std::string_view kSheetEntries = "xl/worksheets/sheet";

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

/// The first font of the book is that of the style "Normal", which the widths of columns are counted in.
void set_default_font(std::string& styles, const std::string& font) {
    constexpr std::string_view kBegin = "<font>", kEnd = "</font>";
    const std::size_t begin = styles.find(kBegin);
    const std::size_t end = styles.find(kEnd, begin);
    if (end == std::string::npos) return;
    styles.replace(begin, end - begin,
                   fmt::format("<font><sz val=\"{}\"/><color theme=\"1\"/><name val=\"{}\"/><family val=\"1\"/>",
                               kDefaultSize.count / 2.0, escaped(font)));
}

void set_text_prefixes(std::string& styles) {
    const std::string mark = fmt::format("readingOrder=\"{}\"", kTextPrefixReadingOrder);
    constexpr std::string_view kXf = "<xf ", kPrefix = "quotePrefix=\"1\" ";
    for (std::size_t at = styles.find(mark); at != std::string::npos; at = styles.find(mark, at + 1)) {
        const std::size_t xf = styles.rfind(kXf, at);
        styles.insert(xf + kXf.size(), kPrefix);
        at += kPrefix.size();
    }
}

/// Texts of cells stand in another part.
void let_rows_grow(std::string& sheet) {
    constexpr std::string_view kFixed = " customHeight=\"1\"";
    std::string result;
    result.reserve(sheet.size());
    std::size_t begin = 0;
    for (std::size_t at = sheet.find(kFixed); at != std::string::npos; at = sheet.find(kFixed, begin)) {
        result.append(sheet, begin, at - begin);
        begin = at + kFixed.size();
    }
    sheet = result.append(sheet, begin);
}

/// w:headerFooter stands behind the cells, whose texts hold no "<".
void set_first_page(std::string& sheet, const HeaderFooter& margins) {
    constexpr std::string_view kBegin = "<headerFooter>", kEnd = "</headerFooter>";
    const std::size_t end = sheet.rfind(kEnd);
    const std::size_t begin = sheet.rfind(kBegin);
    if (!margins.first_special || end == std::string::npos || begin == std::string::npos) return;
    std::string first;
    if (!margins.first_header.empty()) first += "<firstHeader>" + escaped(margins.first_header) + "</firstHeader>";
    if (!margins.first_footer.empty()) first += "<firstFooter>" + escaped(margins.first_footer) + "</firstFooter>";
    sheet.insert(end, first);
    sheet.replace(begin, kBegin.size(), "<headerFooter differentFirst=\"1\">");
}

/// The sheet that an entry holds, from 0: "xl/worksheets/sheet1.xml" is the first.
std::optional<std::size_t> sheet_of(std::string_view entry, const BookPlan& book) {
    if (!entry.starts_with(kSheetEntries)) return std::nullopt;
    std::size_t number = 0;
    std::from_chars(entry.data() + kSheetEntries.size(), entry.data() + entry.size(), number);
    if (number < 1 || number > book.sheets.size()) return std::nullopt;
    return number - 1;
}

bool changes(std::string_view entry, const BookPlan& book) {
    if (book.rows_grow && entry.starts_with(kSheetEntries)) return true;
    if (const auto sheet = sheet_of(entry, book)) return book.sheets[*sheet].margins.first_special;
    return entry == kStylesEntry || entry == kCoreEntry;
}

void change(std::string_view entry, std::string& bytes, const BookPlan& book) {
    if (entry == kCoreEntry) {
        const styled::Properties& properties = book.properties;
        bytes = opc::core_properties_part(
            {properties.title, properties.subject, properties.creator, properties.language, properties.created});
    } else if (entry == kStylesEntry) {
        set_default_font(bytes, book.font);
        set_text_prefixes(bytes);
    } else if (book.rows_grow) {
        let_rows_grow(bytes);
    } else if (const auto sheet = sheet_of(entry, book)) {
        set_first_page(bytes, book.sheets[*sheet].margins);
    }
}

/// Closes minizip's handle.
class Unzip {
public:
    explicit Unzip(const std::string& path) : zip_(unzOpen64(path.c_str())) {}
    Unzip(const Unzip&) = delete;
    Unzip& operator=(const Unzip&) = delete;
    ~Unzip() {
        if (zip_ != nullptr) unzClose(zip_);
    }
    bool ok() const { return zip_ != nullptr; }
    unzFile get() const { return zip_; }

private:
    unzFile zip_;
};

struct Entry {
    std::string name;
    unz_file_info64 info{};
};

std::optional<Entry> current_entry(unzFile zip) {
    Entry entry;
    char name[256];
    if (unzGetCurrentFileInfo64(zip, &entry.info, name, sizeof name, nullptr, 0, nullptr, 0) != UNZ_OK)
        return std::nullopt;
    entry.name.assign(name, std::min<std::size_t>(entry.info.size_filename, sizeof name));
    return entry;
}

enum class Form : int { Inflated = 0, Raw = 1 };

std::optional<std::string> read_entry(unzFile zip, std::size_t size, Form form) {
    int method = 0, level = 0;
    if (unzOpenCurrentFile2(zip, &method, &level, static_cast<int>(form)) != UNZ_OK) return std::nullopt;
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < size) {
        const auto wanted = static_cast<unsigned>(std::min<std::size_t>(size - have, std::size_t{1} << 24));
        const int got = unzReadCurrentFile(zip, bytes.data() + have, wanted);
        if (got <= 0) break;
        have += static_cast<std::size_t>(got);
    }
    if (unzCloseCurrentFile(zip) != UNZ_OK || have != size) return std::nullopt;
    return bytes;
}

/// An entry as it is goes from one file to the other without being inflated.
bool copy_entry(unzFile from, const Entry& entry, opc::ZipWriter& to) {
    const auto bytes = read_entry(from, entry.info.compressed_size, Form::Raw);
    if (!bytes) return false;
    to.add(entry.name,
           {static_cast<std::uint32_t>(entry.info.crc), static_cast<std::size_t>(entry.info.uncompressed_size),
            entry.info.compression_method != 0, *bytes},
           kLevel);
    return true;
}

bool change_entry(unzFile from, const Entry& entry, const BookPlan& book, opc::Deflater& deflater, opc::ZipWriter& to) {
    auto bytes = read_entry(from, entry.info.uncompressed_size, Form::Inflated);
    if (!bytes) return false;
    change(entry.name, *bytes, book);
    opc::Packed packed = opc::stored(*bytes);
    if (const std::string_view deflated = deflater.deflate(*bytes, kLevel); !deflated.empty()) {
        packed.deflated = true;
        packed.data = deflated;
    }
    to.add(entry.name, packed, kLevel);
    return true;
}

}  // namespace

std::optional<std::string> repack(const std::string& path, const BookPlan& book) {
    const Unzip zip(path);
    if (!zip.ok()) return std::nullopt;
    opc::ZipWriter writer(std::size_t{1} << 16);
    opc::Deflater deflater;
    int status = unzGoToFirstFile(zip.get());
    for (; status == UNZ_OK; status = unzGoToNextFile(zip.get())) {
        const auto entry = current_entry(zip.get());
        if (!entry) return std::nullopt;
        const bool done = changes(entry->name, book) ? change_entry(zip.get(), *entry, book, deflater, writer)
                                                     : copy_entry(zip.get(), *entry, writer);
        if (!done) return std::nullopt;
    }
    if (status != UNZ_END_OF_LIST_OF_FILE) return std::nullopt;
    return std::move(writer).take();
}

}  // namespace vanban::xlsx
