using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Traffic light labels.</summary>
internal static class MarkingLabels
{
    /// <summary>The label, with or without TLP; a source's own word (FOUO) by its look-up or the code list.</summary>
    public static Reading Read(string text, CodeReader codes)
    {
        if (Markings.Find(text) is { } marking)
            return new Reading { One = Reading.Known(marking.Label(), text) };
        Reading read = codes.One(text);
        // What is not understood is never opened further: the strictest label holds until someone looks.
        return read.One.Code == NonValue.Unmapped ? read with { One = new Stated(Marking.Red.Label(), text) } : read;
    }
}
