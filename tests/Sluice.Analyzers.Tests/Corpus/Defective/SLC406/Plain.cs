using Sluice;

namespace Corpus.Slc406Plain;

/// <summary>The password of a new account travels as a text.</summary>
[ObjectClass(ObjectClasses.Account)]
public sealed partial record Person([Uid] string Id, [Name] string Login, [Password] string? {|SLC406:Password|});
