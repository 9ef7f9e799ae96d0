// The parts of a workbook beside its sheets: which sheets there are, shared texts, number formats (ISO/IEC
// 29500-1, 12.3).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/cell_format.hpp"
#include "data/xml_events.hpp"
#include "opc/zip_reader.hpp"

namespace vanban::data {

/// A worksheet and the part that holds it.
struct SheetEntry {
    std::string name;
    std::string part;
    bool very_hidden = false;  ///< Not to be seen by any command of Excel's menus.
};

/// The texts that cells name by number, each as it is meant (`finish_text`).
class SharedTexts {
public:
    void add(std::string_view text);
    std::size_t size() const { return ends_.size(); }
    std::string_view get(std::size_t index) const;

private:
    std::string text_;
    std::vector<std::size_t> ends_;
};

/// All that is needed to read the sheets.
struct WorkbookParts {
    std::vector<SheetEntry> sheets;
    DateSystem dates = DateSystem::From1900;
    std::vector<FormatKind> formats;  ///< By the number of a cell's style; empty if there are no styles.
    SharedTexts texts;
    bool has_macros = false;
    bool has_links = false;
};

/// Parses the part `name` into `handler`.
Result<void> read_part(opc::ZipReader& zip, const std::string& name, const Limits& limits, XmlHandler& handler);

/// Collects the text of a string item: `t` of runs and of the item itself, not of phonetic runs (`rPh`).
class TextCollector {
public:
    void begin() { text_.clear(); }
    void start(std::string_view name);
    void text(std::string_view piece);
    void end(std::string_view name);
    /// The finished text; good until `begin`.
    std::string& take();

private:
    std::string text_;
    bool in_text_ = false;
    bool in_phonetic_ = false;
};

/// Findings have no span: they are about the file as a whole. Fails with what ZipReader and XmlEvents report,
/// `not-a-workbook`, `workbook-other-format`, `workbook-part-missing` and `too-many-values`.
Result<WorkbookParts> read_workbook_parts(opc::ZipReader& zip, const Limits& limits);

}  // namespace vanban::data
