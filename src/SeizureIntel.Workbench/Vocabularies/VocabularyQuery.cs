using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Vocabularies;

/// <summary>How often each word of the concealment vocabulary stands in a scope.</summary>
public sealed record VocabularyQuery : FilterText;
