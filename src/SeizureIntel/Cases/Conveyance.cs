using SeizureIntel.Values;

namespace SeizureIntel.Cases;

/// <summary>What carried the goods; never its number.</summary>
/// <param name="Mode">UNECE Rec. 19 code with the project's second digit.</param>
/// <param name="Kind">Type of conveyance.</param>
/// <param name="Flag">Country of registration.</param>
public sealed record Conveyance(Stated Mode, Stated Kind, Stated Flag);
