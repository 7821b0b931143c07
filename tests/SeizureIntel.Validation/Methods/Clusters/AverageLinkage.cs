using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Clusters;

/// <summary>Joins the two nearest groups until one is left.</summary>
public static class AverageLinkage
{
    /// <summary>Builds the tree.</summary>
    /// <param name="distances">Distances of at least one record.</param>
    /// <returns>The tree, or the reason why there is none.</returns>
    /// <remarks>Assumes that the distance of two groups is the mean over their pairs; for up to about 2,000 records. Mostly records squared. Ties go
    /// to the records that stand last, as in agnes of R's cluster. Source: R. Sokal, C. Michener, University of Kansas Science Bulletin 38 (1958), p.
    /// 1409 (UPGMA); nearest neighbours kept as in F. Murtagh, Multidimensional Clustering Algorithms, 1985.</remarks>
    public static Outcome<Dendrogram> Build(DistanceMatrix distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        var n = distances.Count;
        if (n == 0 || !distances.IsComplete)
        {
            return Outcome<Dendrogram>.NotTestable(n == 0 ? "no record" : "two records have no known variable in common");
        }

        var d = distances.Copy();
        var size = new int[n];
        var nearest = new int[n];
        var isOpen = new bool[n];
        Array.Fill(size, 1);
        Array.Fill(isOpen, true);
        for (var i = 0; i < n - 1; i++)
        {
            nearest[i] = Nearest(i);
        }

        var merges = new (int First, int Second, double Height)[n - 1];
        for (var step = 0; step < merges.Length; step++)
        {
            var a = -1;
            for (var i = 0; i < n - 1; i++)
            {
                if (isOpen[i] && nearest[i] >= 0 && (a < 0 || d[(i * n) + nearest[i]] <= d[(a * n) + nearest[a]]))
                {
                    a = i;
                }
            }

            var b = nearest[a];
            merges[step] = (a, b, d[(a * n) + b]);
            isOpen[b] = false;
            for (var k = 0; k < n; k++)
            {
                if (isOpen[k] && k != a)
                {
                    d[(a * n) + k] = d[(k * n) + a] = ((size[a] * d[(a * n) + k]) + (size[b] * d[(b * n) + k])) / (size[a] + size[b]);
                }
            }

            size[a] += size[b];
            for (var i = 0; i < n - 1; i++)
            {
                if (isOpen[i] && (i == a || nearest[i] == a || nearest[i] == b))
                {
                    nearest[i] = Nearest(i);
                }
                else if (
                    isOpen[i]
                    && i < a
                    && (d[(i * n) + a] < d[(i * n) + nearest[i]] || (d[(i * n) + a] == d[(i * n) + nearest[i]] && a > nearest[i]))
                )
                {
                    nearest[i] = a;
                }
            }
        }

        return Outcome<Dendrogram>.Of(new Dendrogram(merges));

        int Nearest(int i)
        {
            var best = -1;
            for (var j = i + 1; j < n; j++)
            {
                if (isOpen[j] && (best < 0 || d[(i * n) + j] <= d[(i * n) + best]))
                {
                    best = j;
                }
            }

            return best;
        }
    }
}
