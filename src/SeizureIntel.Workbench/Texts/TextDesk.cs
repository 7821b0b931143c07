using System.Linq;
using System.Text.Json;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Ports;

namespace SeizureIntel.Workbench.Texts;

/// <summary>Shows what happens to a text: what the screen takes out of it, and what is read from the rest.</summary>
/// <param name="lists">The words that give personal data away.</param>
/// <param name="reader">Reads what is left.</param>
public sealed class TextDesk(ScreeningLists lists, ITextReader reader)
{
    private readonly NarrativeMask _mask = new(lists);

    /// <summary>Screens a text and reads it; nothing of it is kept.</summary>
    /// <param name="text">One account, as somebody wrote it.</param>
    /// <param name="language">Its language (ISO 639-1); null = told from the text.</param>
    public TextAnswer Read(string text, string? language)
    {
        MaskedText masked = _mask.Mask(text);
        return new TextAnswer(
            masked.Text,
            [
                .. masked.Spans.Select(s => new MaskedPart(
                    JsonNamingPolicy.SnakeCaseLower.ConvertName(s.Kind.ToString()),
                    s.Start,
                    s.Length
                )),
            ],
            reader.Read(masked.Text, language)
        );
    }
}
