namespace SeizureIntel.Etl.Screening;

/// <summary>How much a shape says for itself that it is a vehicle's registration.</summary>
internal enum PlateTrust
{
    /// <summary>Letters and digits mix as in few other numbers; a vehicle beside it is enough.</summary>
    Sure,

    /// <summary>Letters before or behind digits: a vehicle must stand right beside it.</summary>
    Likely,

    /// <summary>Only a word for registrations makes it one.</summary>
    Introduced,
}
