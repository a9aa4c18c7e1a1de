#pragma once

/// Everything a program needs to load a dataset and ask it questions, in one include. It needs no
/// Boost; to run Boost.Graph algorithms, include coopnet/graph/bgl.hpp as well.
#include <coopnet/analysis/joint.hpp>
#include <coopnet/analysis/match.hpp>
#include <coopnet/analysis/needs_match.hpp>
#include <coopnet/analysis/peers.hpp>
#include <coopnet/analysis/summary.hpp>
#include <coopnet/analysis/synergy.hpp>
#include <coopnet/core/diagnostics.hpp>
#include <coopnet/core/errors.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/io/csv.hpp>
#include <coopnet/io/load.hpp>
#include <coopnet/model/builder.hpp>
#include <coopnet/model/check.hpp>
#include <coopnet/model/dataset.hpp>
#include <coopnet/model/selection.hpp>
#include <coopnet/network/cooperation_graph.hpp>
#include <coopnet/network/projection.hpp>
#include <coopnet/network/relations.hpp>
#include <coopnet/render/dot.hpp>
#include <coopnet/render/match_view.hpp>
#include <coopnet/render/messages.hpp>
#include <coopnet/render/names.hpp>
#include <coopnet/render/needs_view.hpp>
#include <coopnet/render/peers_view.hpp>
#include <coopnet/render/summary_view.hpp>
#include <coopnet/render/svg.hpp>
#include <coopnet/render/synergy_view.hpp>
#include <coopnet/render/table.hpp>
#include <coopnet/render/views.hpp>
#include <coopnet/version.hpp>
