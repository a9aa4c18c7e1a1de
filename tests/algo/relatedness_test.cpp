#include "coopnet/algo/relatedness.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "coopnet/core/rng.hpp"
#include "reference/relatedness_slow.hpp"
#include "support/classical.hpp"

namespace coopnet::algo {
namespace {

/// Small counts, many of them zero, so that empty rows and columns occur.
CountMatrix random_counts(Rng& rng) {
  CountMatrix m{rng.below(7), rng.below(7), {}};
  for (std::size_t i = 0; i < m.rows * m.columns; ++i)
    m.count.push_back(rng.below(2) == 0 ? 0U : static_cast<std::uint32_t>(rng.below(6)));
  return m;
}

/// The same counts with rows and columns in another order.
CountMatrix permuted(const CountMatrix& m, const std::vector<std::size_t>& row,
                     const std::vector<std::size_t>& column) {
  CountMatrix out{m.rows, m.columns, std::vector<std::uint32_t>(m.count.size())};
  for (std::size_t i = 0; i < m.rows; ++i)
    for (std::size_t j = 0; j < m.columns; ++j)
      out.count[row[i] * m.columns + column[j]] = m.at(i, j);
  return out;
}

CountMatrix davis_matrix() {
  const auto davis = testing::classical::davis_women();
  CountMatrix m{18, 14, std::vector<std::uint32_t>(18 * 14, 0)};
  for (const auto& [woman, event] : davis.edges) m.count[woman * 14 + (event - 18)] = 1;
  return m;
}

TEST(LocationQuotients, OfASmallTable) {
  // By hand: the first cell is (4 / 6) / (6 / 17).
  const CountMatrix m{3, 4, {4, 2, 0, 0, 2, 2, 1, 0, 0, 1, 3, 2}};
  const std::vector<double> expected{1.8889, 1.1333, 0, 0,      1.1333, 1.36,
                                     0.85,   0,      0, 0.5667, 2.125,  2.8333};
  const auto got = location_quotients(m);
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t c = 0; c < got.size(); ++c) EXPECT_NEAR(got[c]->value, expected[c], 5e-5) << c;
  // 4 of 6: R 4.2.2, binom.test(4, 6)$conf.int, over 6 / 17.
  EXPECT_NEAR(got[0]->low, 0.222778095504 / (6.0 / 17), 1e-9);
  EXPECT_NEAR(got[0]->high, 0.956728131707 / (6.0 / 17), 1e-9);
  // All of the last column is in the last row: the quotient cannot be larger.
  EXPECT_NEAR(got[11]->low, 0.043271868293 / (2.0 / 17), 1e-9);
  EXPECT_EQ(got[11]->high, got[11]->value);
}

TEST(LocationQuotients, AZeroHasAnInterval) {
  // Row 0 has five counts, none in column 1, which has 45 of 105 in all.
  const CountMatrix m{2, 2, {5, 0, 55, 45}};
  const auto zero = location_quotients(m)[1];
  EXPECT_EQ(zero->value, 0.0);
  EXPECT_EQ(zero->low, 0.0);
  EXPECT_NEAR(zero->high, 0.521823750105 / (45.0 / 105), 1e-9);  // R: binom.test(0, 5)
}

TEST(LocationQuotients, AreNothingInAnEmptyRowOrColumn) {
  const auto got = location_quotients({2, 2, {3, 0, 0, 0}});
  EXPECT_TRUE(got[0]);
  EXPECT_FALSE(got[1]);
  EXPECT_FALSE(got[2]);
  EXPECT_FALSE(got[3]);
}

TEST(LocationQuotients, EqualTheSlowTwinAndLieInTheirIntervals) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Rng rng(seed);
    const auto m = random_counts(rng);
    const auto got = location_quotients(m), wide = location_quotients(m, 0.99);
    ASSERT_EQ(got.size(), m.count.size());
    for (std::size_t i = 0; i < m.rows; ++i)
      for (std::size_t j = 0; j < m.columns; ++j) {
        const auto& cell = got[i * m.columns + j];
        const auto expected = reference::quotient_slow(m, i, j);
        ASSERT_EQ(cell.has_value(), expected.has_value()) << "seed " << seed;
        if (!cell) continue;
        EXPECT_NEAR(cell->value, *expected, 1e-12 * (1 + *expected)) << "seed " << seed;
        EXPECT_LE(cell->low, cell->value);
        EXPECT_LE(cell->value, cell->high);
        EXPECT_LT(cell->low, cell->high) << "seed " << seed;
        EXPECT_LE(wide[i * m.columns + j]->low, cell->low);
        EXPECT_GE(wide[i * m.columns + j]->high, cell->high);
      }
  }
}

TEST(BinomialInterval, EqualsThePrintedOnes) {
  struct Row {
    std::uint64_t x, n;
    double low, high;
  };
  // R 4.2.2: binom.test(x, n)$conf.int.
  const std::vector<Row> rows{
      {0, 5, 0, 0.521823750105},
      {1, 5, 0.005050763379, 0.716417936118},
      {3, 10, 0.066739511178, 0.652452850060},
      {5, 5, 0.478176249895, 1},
      {0, 1, 0, 0.975},
      {1, 1, 0.025, 1},
      {1000, 100000, 0.009392556089, 0.010636111529},
      {99999, 100000, 0.999944284840, 0.999999746822},
      {50000, 100000, 0.496896062492, 0.503103937508},
  };
  for (const auto& [x, n, low, high] : rows) {
    const auto got = detail::binomial_interval(x, n, 0.95);
    EXPECT_NEAR(got.low, low, 1e-11) << x << " of " << n;
    EXPECT_NEAR(got.high, high, 1e-11) << x << " of " << n;
  }
  EXPECT_NEAR(detail::binomial_interval(3, 10, 0.8).low, 0.115825278030, 1e-11);
}

TEST(BinomialInterval, EndsWhereATailIsHalfOfTheRest) {
  for (std::uint64_t n = 1; n <= 15; ++n)
    for (std::uint64_t x = 0; x <= n; ++x) {
      const auto got = detail::binomial_interval(x, n, 0.9);
      if (x < n) {
        EXPECT_NEAR(reference::at_most(x, n, got.high), 0.05, 1e-9);
      }
      if (x > 0) {
        EXPECT_NEAR(1 - reference::at_most(x - 1, n, got.low), 0.05, 1e-9);
      }
    }
}

TEST(Proximity, EqualsTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Rng rng(seed);
    const auto m = random_counts(rng);
    const auto phi = proximity(m);
    const auto near = density(m, phi);
    for (std::size_t j = 0; j < m.columns; ++j) {
      for (std::size_t k = 0; k < m.columns; ++k)
        EXPECT_EQ(phi[j * m.columns + k], reference::proximity_slow(m, j, k)) << "seed " << seed;
      for (std::size_t i = 0; i < m.rows; ++i) {
        const auto expected = reference::density_slow(m, i, j);
        const auto got = near[i * m.columns + j];
        ASSERT_EQ(got.has_value(), expected.has_value()) << "seed " << seed;
        if (got) {
          EXPECT_NEAR(*got, *expected, 1e-14) << "seed " << seed;
        }
      }
    }
  }
}

TEST(Proximity, OfTheWomenAtEvents) {
  // Printed for the matrix of Davis, Gardner, Gardner 1941; E8 and E9 share 9 of 14 women.
  const auto m = davis_matrix();
  const auto phi = proximity(m);
  EXPECT_NEAR(phi[7 * 14 + 8], 9.0 / 14, 1e-15);
  const auto gaps = related_gaps(m, density(m, phi));
  const std::vector<RelatedGap> expected{
      {2, 0, 1.0},  // Theresa, E1
      {1, 3, 0.948282},
      {3, 1, 0.9444},
  };
  for (std::size_t g = 0; g < expected.size(); ++g) {
    EXPECT_EQ(gaps[g].row, expected[g].row);
    EXPECT_EQ(gaps[g].column, expected[g].column);
    EXPECT_NEAR(gaps[g].density, expected[g].density, 5e-5);
  }
  const auto at = [&](std::size_t g) { return gaps[g].density; };
  EXPECT_EQ(gaps[3].column, 10U);  // Sylvia, E11
  EXPECT_EQ(gaps[3].row, 12U);
  EXPECT_NEAR(at(3), 0.933502, 5e-7);
  EXPECT_EQ(gaps[4].row, 11U);  // Katherina, E11
  EXPECT_EQ(gaps[4].column, 10U);
  EXPECT_NEAR(at(4), 0.827106, 5e-7);
}

TEST(RelatedGaps, OfFiveActorsAndSixObjectives) {
  // Actors A to E, objectives 1 2 8 17 21 23; values counted by hand.
  const CountMatrix m{5, 6, {1, 1, 1, 1, 0, 0,                      // A
                             1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0,    // B, C
                             0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1}};  // D, E
  const auto phi = proximity(m);
  const double third = 1.0 / 3;
  const std::vector<double> expected{0,         2 * third, 2 * third, 2 * third, third, 0,    //
                                     2 * third, 0,         1,         third,     0,     0,    //
                                     2 * third, 1,         0,         third,     0,     0,    //
                                     2 * third, third,     third,     0,         0.5,   0,    //
                                     third,     0,         0,         0.5,       0,     0.5,  //
                                     0,         0,         0,         0,         0.5,   0};
  for (std::size_t c = 0; c < expected.size(); ++c) EXPECT_NEAR(phi[c], expected[c], 1e-15) << c;
  const auto gaps = related_gaps(m, density(m, phi));
  const std::vector<RelatedGap> best{{2, 5, 1.0},     {1, 3, 8.0 / 11}, {0, 4, 0.625},
                                     {3, 0, 4.0 / 7}, {2, 1, 0.5},      {2, 2, 0.5}};
  for (std::size_t g = 0; g < best.size(); ++g) {
    EXPECT_EQ(gaps[g].row, best[g].row) << g;
    EXPECT_EQ(gaps[g].column, best[g].column) << g;
    EXPECT_NEAR(gaps[g].density, best[g].density, 1e-12) << g;
  }
}

TEST(Relatedness, DoesNotDependOnTheOrderOfRowsAndColumns) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Rng rng(seed);
    const auto m = random_counts(rng);
    std::vector<std::size_t> row(m.rows), column(m.columns);
    std::iota(row.begin(), row.end(), 0U);
    std::iota(column.begin(), column.end(), 0U);
    rng.shuffle(row);
    rng.shuffle(column);
    const auto other = permuted(m, row, column);
    const auto phi = proximity(m), other_phi = proximity(other);
    const auto near = density(m, phi), other_near = density(other, other_phi);
    const auto share = location_quotients(m), other_share = location_quotients(other);
    for (std::size_t i = 0; i < m.rows; ++i)
      for (std::size_t j = 0; j < m.columns; ++j) {
        const auto here = i * m.columns + j, there = row[i] * m.columns + column[j];
        EXPECT_EQ(share[here], other_share[there]) << "seed " << seed;
        EXPECT_NEAR(near[here].value_or(-1), other_near[there].value_or(-1), 1e-14);
      }
    EXPECT_EQ(related_gaps(m, near).size(), related_gaps(other, other_near).size());
  }
}

TEST(RelatedGaps, LeaveTiesToTheNumbersThoughSumsAreRounded) {
  // The second is one third too, but for the last bits.
  const CountMatrix m{1, 2, {0, 0}};
  const std::vector<std::optional<double>> near{1.0 / 3, 1.0 / 3 + 1e-16};
  const auto gaps = related_gaps(m, near);
  ASSERT_EQ(gaps.size(), 2U);
  EXPECT_EQ(gaps[0].column, 0U);
}

TEST(Relatedness, RefusesWhatDoesNotFit) {
  const CountMatrix odd{2, 2, {1, 2, 3}};
  const CountMatrix square{2, 2, {1, 2, 3, 4}};
  const std::vector<double> three(3, 0.0);
  const std::vector<std::optional<double>> few(3);
  EXPECT_THROW(static_cast<void>(location_quotients(odd)), PreconditionError);
  EXPECT_THROW(static_cast<void>(proximity(odd)), PreconditionError);
  EXPECT_THROW(static_cast<void>(density(square, three)), PreconditionError);
  EXPECT_THROW(static_cast<void>(related_gaps(square, few)), PreconditionError);
  EXPECT_THROW(static_cast<void>(location_quotients(square, 1.0)), PreconditionError);
  EXPECT_TRUE(location_quotients({}).empty());
  EXPECT_TRUE(proximity({}).empty());
}

}  // namespace
}  // namespace coopnet::algo
