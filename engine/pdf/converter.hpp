// Documents to PDF by a LibreOffice that stays warm in a process of its own.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace vanban::pdf {

struct ConverterOptions {
    std::vector<std::string> worker;  ///< The program that calls `serve` and its first arguments.
    std::string libreoffice;          ///< Folder of LibreOffice; empty: the usual places.
    std::string temporary_folder = ".";
    std::chrono::milliseconds limit{60'000};  ///< For one document.
    std::chrono::milliseconds start_limit{60'000};
};

/// Starts LibreOffice with the first document, and again when a document made it hang or crash. Not thread-safe.
class Converter {
public:
    explicit Converter(ConverterOptions options);
    Converter(Converter&&) noexcept;
    Converter& operator=(Converter&&) noexcept;
    ~Converter();

    /// The PDF of a document. `ending`: what its format is called as a file, "docx" or "xlsx". Fails with
    /// `pdf-no-libreoffice`, `pdf-not-started`, `pdf-too-slow`, `pdf-crashed` or `pdf-failed`.
    Result<std::string> convert(std::string_view bytes, std::string_view ending);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vanban::pdf
