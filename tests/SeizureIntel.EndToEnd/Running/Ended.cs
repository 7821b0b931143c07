namespace SeizureIntel.EndToEnd.Running;

/// <summary>A process that has ended.</summary>
public sealed record Ended(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- errors\n{Errors}";
}
