using System.Collections.Generic;
using SeizureIntel.Proposals;

namespace SeizureIntel.Ports;

/// <summary>Reads free text: a text in, codes with the words that say so and a probability out.</summary>
/// <remarks>Reads nothing but its argument and keeps nothing of it; safe for several threads at once.</remarks>
public interface ITextReader
{
    /// <summary>What a text says.</summary>
    /// <param name="text">An account of a seizure, screened; may be empty.</param>
    /// <param name="language">Its language (ISO 639-1); null where nobody says, then it is told from the text.</param>
    /// <returns>Proposals in the order of the text; none where nothing is said plainly.</returns>
    IReadOnlyList<Proposal> Read(string text, string? language = null);
}
