using SeizureIntel.Values;

namespace SeizureIntel.Cases;

/// <summary>How goods were hidden, on three independent axes.</summary>
/// <param name="Where">Dotted code of the place, such as <c>3.4</c> (road vehicle, interior).</param>
/// <param name="How">Code of the method, such as PURPOSE_BUILT.</param>
/// <param name="Level">NONE, SIMPLE, MODERATE or PROFESSIONAL.</param>
public sealed record Concealment(Stated Where, Stated How, Stated Level);
