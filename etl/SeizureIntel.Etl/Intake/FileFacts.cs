using System.Collections.Generic;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>What reading a file through told of it once, so that opening it again need not.</summary>
internal sealed class FileFacts
{
    private (
        string? Stated,
        bool IsGuessed,
        int MostCharacters,
        bool LimitsLines,
        Encoding Encoding,
        int MarkBytes,
        string? Certainty
    )? _text;

    /// <summary>Where the records of JSON or XML stand, and the names of their values in the order in which they came; null where nobody has looked.</summary>
    public (object Place, IReadOnlyList<string> Names)? Records { get; set; }

    /// <summary>The encoding found before under the same conditions, the bytes of its mark and how sure it is; null for none.</summary>
    public (Encoding Encoding, int MarkBytes, string? Certainty)? Encoding(IntakeOptions options, bool limitsLines) =>
        _text is { } known
        && known.Stated == options.Encoding
        && known.IsGuessed == options.GuessEncoding
        && known.MostCharacters == options.MaxLineCharacters
        && known.LimitsLines == limitsLines
            ? (known.Encoding, known.MarkBytes, known.Certainty)
            : null;

    /// <summary>Notes the encoding found.</summary>
    public void Note(IntakeOptions options, bool limitsLines, Encoding encoding, int markBytes, string? certainty) =>
        _text = (options.Encoding, options.GuessEncoding, options.MaxLineCharacters, limitsLines, encoding, markBytes, certainty);
}
