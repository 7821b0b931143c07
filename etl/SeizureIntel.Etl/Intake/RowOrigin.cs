using System.Globalization;

namespace SeizureIntel.Etl.Intake;

/// <summary>The row that a row mends: where it stood when it was first sent, through however many workbooks it went since.</summary>
/// <param name="Submission">The submission that refused it first.</param>
/// <param name="Row">Its number there, as a spreadsheet shows it.</param>
public readonly record struct RowOrigin(string Submission, int Row)
{
    private const int IdLength = 16;

    /// <summary>The origin that two cells name; null where they name none.</summary>
    internal static RowOrigin? Find(string submission, string row)
    {
        if (
            submission.Length != IdLength
            || !int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number < 1
        )
            return null;
        foreach (char c in submission)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
                return null;
        }

        return new RowOrigin(submission, number);
    }
}
