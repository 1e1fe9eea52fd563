from testimonia.model.source import Actor, ActorKind


def test_an_actor_found_in_a_text_belongs_to_no_codebook() -> None:
    actor = Actor("case:iker-zubizarreta", "Iker Zubizarreta", ActorKind.PERSON)
    assert actor.codebook is None
    assert actor.aliases == ()
