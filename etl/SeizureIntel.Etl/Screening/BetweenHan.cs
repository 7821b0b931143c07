using System.Collections.Generic;
using System.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>What stands between Chinese characters, each run of which is one bar, and where it stood.</summary>
internal sealed class BetweenHan
{
    private readonly List<int> _positions;

    private BetweenHan(string text, List<int> positions)
    {
        Text = text;
        _positions = positions;
    }

    /// <summary>The text with bars for Chinese.</summary>
    public string Text { get; }

    public static BetweenHan Of(string text)
    {
        var kept = new StringBuilder();
        var positions = new List<int>();
        bool isBar = false;
        for (int i = 0; i < text.Length; i++)
        {
            bool isHan = TextSigns.IsHan(text[i]);
            if (isHan && isBar)
                continue;
            isBar = isHan;
            kept.Append(isHan ? '|' : text[i]);
            positions.Add(i);
        }

        return new BetweenHan(kept.ToString(), positions);
    }

    /// <summary>A span of <see cref="Text"/> as one of the text that it was made of.</summary>
    public MaskedSpan Back(MaskedSpan span)
    {
        int start = _positions[span.Start];
        return span with { Start = start, Length = _positions[span.Start + span.Length - 1] + 1 - start };
    }
}
