using System.Collections.Generic;
using System.CommandLine;

namespace SeizureIntel.App.Commands;

/// <summary>A verb of the command line with examples that its help shows.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>What to type and what it does; two or three.</summary>
    public required IReadOnlyList<(string Line, string Does)> Examples { get; init; }
}
