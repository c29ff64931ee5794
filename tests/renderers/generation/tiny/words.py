"""Tokenizers and text encoders that were trained on nothing."""

from __future__ import annotations

from typing import Any

WIDTH = 32
"""Numbers that stand for a token."""


def clip() -> dict[str, Any]:
    """A CLIP text encoder and its tokenizer, by the names that pipelines give them."""
    from transformers import CLIPTextModel

    return {"text_encoder": CLIPTextModel(clip_config()).eval(), "tokenizer": clip_tokenizer()}


def clip_config(**facts: Any) -> Any:
    from transformers import CLIPTextConfig

    common = {"hidden_size": WIDTH, "intermediate_size": 37, "num_attention_heads": 4, "num_hidden_layers": 2}
    vocabulary = len(clip_tokenizer())
    ends = {"bos_token_id": vocabulary - 2, "eos_token_id": vocabulary - 1, "pad_token_id": vocabulary - 1}
    return CLIPTextConfig(**{**common, "vocab_size": vocabulary, **ends, **facts})


def clip_tokenizer() -> Any:
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import CLIPTokenizer

    letters = sorted(ByteLevel.alphabet())
    told = [*letters, *(f"{letter}</w>" for letter in letters), "<|startoftext|>", "<|endoftext|>"]
    vocabulary = {token: number for number, token in enumerate(told)}
    return CLIPTokenizer(vocab=vocabulary, merges=[], model_max_length=77)


def t5_tokenizer() -> Any:
    from transformers import T5Tokenizer

    signs = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    letters = [(letter, -3.0) for letter in "abcdefghijklmnopqrstuvwxyz.,"]
    return T5Tokenizer(vocab=[*signs, *letters], extra_ids=0)


def t5(kind: str = "T5EncoderModel") -> Any:
    """A T5 (or UMT5) encoder with the vocabulary of `t5_tokenizer`."""
    import transformers

    config: Any = getattr(transformers, kind.replace("EncoderModel", "Config"))
    sizes = {"d_model": WIDTH, "d_kv": 8, "d_ff": 37, "num_layers": 2, "num_heads": 4}
    return getattr(transformers, kind)(config(vocab_size=len(t5_tokenizer()), **sizes)).eval()
