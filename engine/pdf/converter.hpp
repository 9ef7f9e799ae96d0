// Documents to PDF by a LibreOffice that stays warm in a process of its own.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "pdf/job.hpp"

namespace vanban::pdf {

struct ConverterOptions {
    std::vector<std::string> worker;  ///< The program that calls `serve` and its first arguments.
    std::string libreoffice;          ///< Folder of LibreOffice; empty: the usual places.
    std::string temporary_folder = ".";
    std::chrono::milliseconds limit{60'000};  ///< For one document.
    std::chrono::milliseconds start_limit{60'000};
    std::optional<Timestamp> now{};  ///< Moment of creation; left out where empty.
};

/// Starts LibreOffice with the first document, and again when a document made it hang or crash. Not thread-safe.
class Converter {
public:
    explicit Converter(ConverterOptions options);
    Converter(Converter&&) noexcept;
    Converter& operator=(Converter&&) noexcept;
    ~Converter();

    /// Starts LibreOffice if it is not running. Fails with `pdf-no-libreoffice`, `pdf-no-scratch` or `pdf-not-started`.
    Result<std::monostate> start();
    /// The PDF of a file. Fails as `start` does, or with `pdf-too-slow`, `pdf-crashed` or `pdf-failed`.
    Result<std::string> convert(const Job& job);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vanban::pdf
