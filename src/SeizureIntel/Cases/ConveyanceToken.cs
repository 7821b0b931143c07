namespace SeizureIntel.Cases;

/// <summary>Stands for the number of a container or a vessel without telling it: two cases with equal tokens had the same one.</summary>
/// <param name="Kind">container or vessel.</param>
/// <param name="Value">32 hexadecimal digits, keyed: without the office's key nobody comes from a number to it. Never displayed.</param>
public readonly record struct ConveyanceToken(string Kind, string Value);
