using System;
using System.Collections.Generic;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Validation.Methods.Text;

/// <summary>Number of edits of other kinds than the lexicon's that turn one text into another; a character is a code point.</summary>
public static class EditDistances
{
    /// <summary>Levenshtein distance: insertions, deletions and replacements.</summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another text.</param>
    /// <returns>A count of edits.</returns>
    /// <remarks>Assumes equal costs. Product of the lengths. Source: V. Levenshtein, Binary codes capable of correcting deletions, insertions and
    /// reversals, Soviet Physics Doklady 10 (1966), p. 707.</remarks>
    public static int Levenshtein(string a, string b) =>
        EditDistance.Restricted(EditDistance.Points(a), EditDistance.Points(b), mayReplace: true, maySwap: false);

    /// <summary>Insertions and deletions only: the complement of the longest common subsequence.</summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another text.</param>
    /// <returns>A count of edits.</returns>
    /// <remarks>Assumes equal costs. Product of the lengths. Source: S. Needleman, C. Wunsch, Journal of Molecular Biology 48 (1970), p. 443.</remarks>
    public static int InsertDelete(string a, string b) =>
        EditDistance.Restricted(EditDistance.Points(a), EditDistance.Points(b), mayReplace: false, maySwap: false);

    /// <summary>Unrestricted Damerau-Levenshtein distance: swapped neighbours may be edited further.</summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another text.</param>
    /// <returns>A count of edits.</returns>
    /// <remarks>Assumes equal costs. Product of the lengths. Source: R. Lowrance, R. Wagner, An extension of the string-to-string correction problem,
    /// Journal of the ACM 22 (1975), p. 177.</remarks>
    public static int Damerau(string a, string b)
    {
        var (x, y) = (EditDistance.Points(a), EditDistance.Points(b));
        var largest = x.Length + y.Length;
        var cost = new int[x.Length + 2, y.Length + 2];
        cost[0, 0] = largest;
        for (var i = 0; i <= x.Length; i++)
        {
            (cost[i + 1, 0], cost[i + 1, 1]) = (largest, i);
        }

        for (var j = 0; j <= y.Length; j++)
        {
            (cost[0, j + 1], cost[1, j + 1]) = (largest, j);
        }

        var lastRow = new Dictionary<int, int>();
        for (var i = 1; i <= x.Length; i++)
        {
            var lastColumn = 0;
            for (var j = 1; j <= y.Length; j++)
            {
                var row = lastRow.GetValueOrDefault(y[j - 1]);
                var column = lastColumn;
                var differs = x[i - 1] == y[j - 1] ? 0 : 1;
                lastColumn = differs == 0 ? j : lastColumn;
                cost[i + 1, j + 1] = Math.Min(
                    Math.Min(cost[i, j] + differs, cost[i + 1, j] + 1),
                    Math.Min(cost[i, j + 1] + 1, cost[row, column] + (i - row - 1) + 1 + (j - column - 1))
                );
            }

            lastRow[x[i - 1]] = i;
        }

        return cost[x.Length + 1, y.Length + 1];
    }
}
