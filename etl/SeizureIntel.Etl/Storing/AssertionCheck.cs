using System.Globalization;
using SeizureIntel.Etl.Sources;

namespace SeizureIntel.Etl.Storing;

/// <summary>Holds a submission against its source's assertions.</summary>
internal static class AssertionCheck
{
    /// <exception cref="SourceAssertionException">An assertion does not hold.</exception>
    public static void Hold(SourceAssertions assertions, LoadTally tally)
    {
        if (tally.RowsRead < assertions.RowsMin)
            throw Broken($"{tally.RowsRead} rows were read, at least {assertions.RowsMin} are expected");
        if (tally.RowsRead > assertions.RowsMax)
            throw Broken($"{tally.RowsRead} rows were read, at most {assertions.RowsMax} are expected");
        double share = tally.RowsRead == 0 ? 1 : (double)tally.RowsAccepted / tally.RowsRead;
        if (share < assertions.AcceptedShareMin)
            throw Broken(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{tally.RowsAccepted} of {tally.RowsRead} rows could be accepted, a share of at least {assertions.AcceptedShareMin} is expected"
                )
            );
        if (tally.Earliest < assertions.DateMin)
            throw Broken(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the earliest seizure is of {tally.Earliest:yyyy-MM-dd}, none before {assertions.DateMin:yyyy-MM-dd} is expected"
                )
            );
        if (tally.Latest > assertions.DateMax)
            throw Broken(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the latest seizure is of {tally.Latest:yyyy-MM-dd}, none after {assertions.DateMax:yyyy-MM-dd} is expected"
                )
            );
    }

    private static SourceAssertionException Broken(string what) =>
        new($"Nothing was taken: {what}. If the file is right, widen the assertion in the source's description.");
}
