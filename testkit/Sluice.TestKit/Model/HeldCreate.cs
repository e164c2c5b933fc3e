namespace Sluice.TestKit;

/// <summary>A creation whose transaction is still open.</summary>
internal sealed record HeldCreate(IHeldWrite Write, ObjectDraft Draft);
