// The one place where a document's words make the engine read a file.
#include "pictures.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vanban {

namespace {

constexpr std::size_t kLargestPicture = std::size_t{10} << 20;

/// The folder of the file that names a picture; empty for the current one.
std::string folder_of(const Source& source) {
    const std::size_t slash = source.name.rfind('/');
    return source.name.substr(0, slash == std::string::npos ? 0 : slash + 1);
}

using Picture = Result<std::shared_ptr<const Png>>;

/// The picture files of one document.
class Album {
public:
    Album(const Sources& sources, const World& world) : sources_(sources), world_(world) {}

    /// Every use of a file that cannot be used is a finding of its own.
    bool load(std::optional<model::Anh>& anh, Diagnostics& out) {
        if (!anh) return true;
        const Picture& picture = find(anh->tep, sources_.get(anh->span.source));
        if (picture) {
            anh->png = *picture;
            return true;
        }
        Diagnostic finding = picture.error();
        finding.span = anh->span;
        out.add(std::move(finding));
        return false;
    }

private:
    /// `named_in`: the file that names it; null for the command line.
    const Picture& find(const std::string& tep, const Source* named_in) {
        std::pair<std::string, bool> key(named_in ? join_path(folder_of(*named_in), tep) : tep, named_in != nullptr);
        if (const auto known = pictures_.find(key); known != pictures_.end()) return known->second;
        Picture picture = read(tep, named_in);
        return pictures_.emplace(std::move(key), std::move(picture)).first->second;
    }

    Picture read(const std::string& tep, const Source* named_in) const {
        if (world_.files == nullptr) return fail(Code::file_not_found, {}, {tep});
        const std::size_t most = std::min(kLargestPicture, world_.limits.file_bytes);
        auto bytes = named_in ? world_.files->read_within(folder_of(*named_in), tep, most) : world_.files->read(tep);
        if (!bytes) return tl::unexpected(std::move(bytes.error()));
        if (bytes->size() > most) return fail(Code::file_too_large, {}, {tep, size_text(most)});
        return read_png(std::move(*bytes), {});
    }

    const Sources& sources_;
    const World& world_;
    std::map<std::pair<std::string, bool>, Picture> pictures_;  ///< By path, and whether a file names it.
};

/// Those who sign in `block`; null where nobody does.
std::vector<model::NguoiKy>* signers(model::Block& block) {
    if (auto* end = std::get_if<model::KetThuc>(&block.content)) return &end->nguoi_ky;
    if (auto* signatures = std::get_if<model::ChuKy>(&block.content)) return &signatures->nguoi_ky;
    return nullptr;
}

}  // namespace

bool load_pictures(model::Document& document, const Sources& sources, const World& world, Diagnostics& out) {
    Album album(sources, world);
    bool all = true;
    for (model::Vung& vung : document.vung) {
        for (model::Block& block : vung.blocks) {
            auto* people = signers(block);
            if (people == nullptr) continue;
            for (model::NguoiKy& person : *people) {
                all &= album.load(person.chu_ky, out);
                all &= album.load(person.con_dau, out);
            }
        }
    }
    return all;
}

}  // namespace vanban
