// The commands of the program, a file each: what is read, what is printed, which exit code results.
#pragma once

#include "cli/session.hpp"

namespace vanban::cli {

Exit render(Session& session);          ///< render_command.cpp
Exit check(Session& session);           ///< render_command.cpp
Exit show_templates(Session& session);  ///< templates_command.cpp
Exit words(Session& session);           ///< words_command.cpp
Exit batch(Session& session);           ///< batch_command.cpp
Exit make_form(Session& session);       ///< new_command.cpp
Exit make_schema(Session& session);     ///< schema_command.cpp
Exit explain(Session& session);         ///< explain_command.cpp

}  // namespace vanban::cli
